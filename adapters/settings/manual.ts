import { type ManualRead, parseManual } from '../../domain/manual/load.ts';
import { readNamed } from './namedFile.ts';

/** The operator's manual, or every fault in it, each beginning with `MANUAL_FILE:`. */
export function manualOf(path: string): ManualRead {
  const content = readNamed('MANUAL_FILE', path, 'a manual in YAML');
  if (content.kind === 'faulty') return content;
  const read = parseManual(content.text, path);
  return read.kind === 'manual'
    ? read
    : { kind: 'faulty', faults: read.faults.map((fault) => `MANUAL_FILE: ${fault}`) };
}
