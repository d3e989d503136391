import type { ComponentChildren } from 'preact';

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path
      class="mark-bubble"
      d="M16 3C8.3 3 2.5 8 2.5 14.5c0 3.7 1.9 6.9 5 9V29l5.2-3.300c1.1.2 2.2.3 3.3.3 7.7 0 13.5-5 13.5-11.5S23.7 3 16 3z"
    />
    <path class="mark-tick" d="M10.5 14.800l4 4 7.2-7.6" />
  </svg>
);

export const Person = () => (
  <Icon>
    <path d="M4 13v-1a8 8 0 0 1 16 0v1M4 13h2.5v5H5a1 1 0 0 1-1-1zM20 13h-2.5v5H19a1 1 0 0 0 1-1zM19 18c0 2-2 3-5 3" />
  </Icon>
);

export const Clip = () => (
  <Icon>
    <path d="M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.700L9.7 17.200a1.7 1.7 0 0 1-2.4-2.400L15 7" />
  </Icon>
);

export const Plane = () => (
  <Icon>
    <path d="M5 12h13M12 5l7 7-7 7" />
  </Icon>
);

export const Down = () => (
  <Icon>
    <path d="M12 5v13M6 12l6 6 6-6" />
  </Icon>
);

export const Copy = () => (
  <Icon>
    <path d="M9 9h10v11H9zM15 9V5H5v11h4" />
  </Icon>
);

export const Tick = () => (
  <Icon>
    <path d="M5 12.5l5 5 9-10" />
  </Icon>
);

export const Cross = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);

export const Warning = () => (
  <Icon>
    <path d="M12 4l9.5 16h-19zM12 10v4.5M12 17.200v.3" />
  </Icon>
);

export const Paper = () => (
  <Icon>
    <path d="M6 3h8l5 5v13H6zM14 3v5h5" />
  </Icon>
);
