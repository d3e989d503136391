// What is used of a library that brings no types.

declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  export interface PDU {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    /** Fields and TLVs of the command, decoded; to be checked before use. */
    readonly [field: string]: unknown;
    isResponse(): boolean;
    response(fields?: object): PDU;
    toBuffer(): Buffer;
  }
  export interface Session extends EventEmitter {
    /** False when the connection is over; `answered` is never called when no answer comes. */
    send(pdu: PDU, answered?: (response: PDU) => void): boolean;
    close(): void;
    destroy(): void;
  }
  interface Library {
    connect(options: { host: string; port: number; tls: boolean }): Session;
    createServer(listener: (session: Session) => void): Server;
    readonly PDU: new (command: string, fields?: object) => PDU;
  }
  const library: Library;
  export default library;
}
