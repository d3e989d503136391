import { type Document, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml';

/** A way into the document: keys and indexes. */
export type Path = readonly PropertyKey[];

/** Finds where a path stands in a YAML text. */
export interface Positions {
  /** `12:5`: line and column of the value, or of the nearest thing around it when it is missing. */
  of(path: Path): string;
  /** `12:3` of a key itself. */
  ofKey(path: Path, key: string): string;
  at(offset: number): string;
}

export function positionsIn(document: Document, lines: LineCounter): Positions {
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  };
  const startOf = (node: Node | null) => at(node?.range?.[0] ?? 0);
  const of = (path: Path): string => startOf(nodeAt(document, path));
  return {
    at,
    of,
    ofKey(path, key) {
      const map = nodeAt(document, path);
      const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : null;
      return isNode(pair?.key) ? startOf(pair.key) : startOf(map);
    },
  };
}

function nodeAt(document: Document, path: Path): Node | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return null;
}
