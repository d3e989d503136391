import type { ReactNode } from 'react';
import { count } from './numbers.ts';
import { HEIGHT, LEFT, type Moment, type Plane } from './plane.ts';
import { every } from './scale.ts';

/** Pixels that a label under the drawing needs. */
const LABEL = 44;

/** Lines across at round numbers, and as many names below as have room. */
export function Axes({ moments, plane }: { readonly moments: readonly Moment[]; readonly plane: Plane }): ReactNode {
  const nth = every(moments.length, plane.inner, LABEL);
  return (
    <g className="axes">
      {plane.marks.map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={LEFT + plane.inner} y1={plane.y(mark)} y2={plane.y(mark)} />
          <text x={LEFT - 6} y={plane.y(mark) + 4} textAnchor="end">
            {count(mark)}
          </text>
        </g>
      ))}
      {moments.map(({ name, full }, at) =>
        at % nth === 0 ? (
          <text key={full} x={plane.x(at)} y={HEIGHT - 6} textAnchor="middle">
            {name}
          </text>
        ) : null,
      )}
    </g>
  );
}
