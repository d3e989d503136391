import type { ReactNode } from 'react';

/** Outlines on a grid of 24, drawn with the colour of the words around them; decoration only. */
const SHAPES = {
  chat: 'M4 5h16v11H9l-5 4z',
  board: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  chart: 'M4 4v16h16M7.5 15.5l4-5 3 3 5-7',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4.5v5M8 14.5v5',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M6 9l6 6 6-6',
  tick: 'M5 12.5l5 5 9-10',
  ticks: 'M2.5 12.5l4.5 4.5 8-9M11.5 16l1 1 8-9',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2',
  clip: 'M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.7 17.2a1.7 1.7 0 0 1-2.4-2.4L15 7',
  send: 'M5 12h13M12 5l7 7-7 7',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8 8.5h8M8 12h5',
  paper: 'M6 3h8l5 5v13H6zM14 3v5h5',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  people:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 19.5c.6-3.5 3-5 6.5-5s5.9 1.5 6.5 5M16 5.5a3.3 3.3 0 0 1 0 6.3M18 14.8c2 .6 3.2 2.1 3.5 4.7',
  bot: 'M5 9h14v10H5zM12 9V5M9 13.5v1M15 13.5v1M2.5 13v3M21.5 13v3',
  transfer: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  finish: 'M4 12a8 8 0 1 0 3-6.2M4 4v4h4',
  case: 'M4 8h16v12H4zM9 8V4.5h6V8M4 13h16',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7',
  eye: 'M2.5 12c2.5-4.5 6-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-6 6.5-9.5 6.5S5 16.5 2.5 12M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  warning: 'M12 4l9.5 16h-19zM12 10v4.5M12 17.2v.3',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5L21 21',
  phone: 'M5 4h4l1.5 4.5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5L20 15v4c-8 1.5-16.5-7-15-15',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  queue: 'M4 6h16M4 12h16M4 18h9',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  hash: 'M9 4L7 20M17 4l-2 16M4.5 9h15M4 15h15',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  panel: 'M4 5h16v14H4zM14.5 5v14',
  menu: 'M12 4.6a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2M12 11.4a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2M12 18.2a.6.6 0 1 1 0 1.2.6.6 0 0 1 0-1.2',
} as const;
export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}

/** The product's sign. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        className="mark-bubble"
        d="M16 3C8.3 3 2.5 8 2.5 14.5c0 3.7 1.9 6.9 5 9V29l5.2-3.3c1.1.2 2.2.3 3.3.3 7.7 0 13.5-5 13.5-11.5S23.7 3 16 3z"
      />
      <path className="mark-tick" d="M10.5 14.8l4 4 7.2-7.6" />
    </svg>
  );
}
