import { type ReactNode, useId } from 'react';
import type { Moment, Plane } from './plane.ts';
import { points } from './scale.ts';

export type Shape = 'lines' | 'columns';

interface Drawn {
  readonly moments: readonly Moment[];
  readonly plane: Plane;
}

/** Pixels a moment needs so that its points do not run into each other. */
const POINTS_FROM = 12;

/** The second one dashed. */
export function Lines({ moments, plane }: Drawn): ReactNode {
  const line = (what: 'requests' | 'handoffs') => points(moments.map((one, nth) => [plane.x(nth), plane.y(one[what])]));
  const marked = plane.step >= POINTS_FROM;
  return (
    <>
      <polyline className="line line-0" points={line('requests')} />
      <polyline className="line line-1" points={line('handoffs')} />
      {marked &&
        moments.map((one, nth) => (
          <g key={one.full}>
            <circle className="point-0" cx={plane.x(nth)} cy={plane.y(one.requests)} r={3} />
            <circle className="point-1" cx={plane.x(nth)} cy={plane.y(one.handoffs)} r={3} />
          </g>
        ))}
    </>
  );
}

/** The second one hatched. */
export function Columns({ moments, plane }: Drawn): ReactNode {
  const wide = Math.max(1, plane.step * 0.38);
  const hatched = `hatched${useId().replaceAll(/\W/g, '')}`;
  return (
    <>
      <Hatching id={hatched} />
      {moments.map((one, nth) => (
        <g key={one.full}>
          <rect
            className="column-0"
            x={plane.x(nth) - wide}
            y={plane.y(one.requests)}
            width={wide}
            height={plane.base - plane.y(one.requests)}
          />
          <rect
            className="column-1"
            fill={`url(#${hatched})`}
            x={plane.x(nth)}
            y={plane.y(one.handoffs)}
            width={wide}
            height={plane.base - plane.y(one.handoffs)}
          />
        </g>
      ))}
    </>
  );
}

function Hatching({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch" width={2} height={4} />
      </pattern>
    </defs>
  );
}

const SAMPLE = { width: 24, height: 12 } as const;

/** How one of the two looks, for the legend. */
export function Sample({ as, nth }: { readonly as: Shape; readonly nth: 0 | 1 }) {
  const hatched = `hatched${useId().replaceAll(/\W/g, '')}`;
  return (
    <svg {...SAMPLE} className="sample" aria-hidden="true">
      {as === 'lines' ? (
        <>
          <polyline className={`line line-${nth}`} points="0,6 24,6" />
          <circle className={`point-${nth}`} cx={12} cy={6} r={3} />
        </>
      ) : (
        <>
          <Hatching id={hatched} />
          <rect
            className={`column-${nth}`}
            x={6}
            width={12}
            height={12}
            {...(nth === 1 ? { fill: `url(#${hatched})` } : {})}
          />
        </>
      )}
    </svg>
  );
}
