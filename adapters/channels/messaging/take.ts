import { HttpError } from '../../http/answer.ts';
import type { Fetched } from './fetched.ts';
import type { ChannelHost, ChannelMessage } from './port.ts';

/** Takes a message durably, or asks the platform to send it again; a file that came with a copy is not kept. */
export async function take(
  host: ChannelHost,
  account: string,
  message: ChannelMessage,
  fetched: Fetched | null,
): Promise<void> {
  const received = await host.receive(account, message).catch((error: unknown) => {
    host.log.warn({ account, error: error instanceof Error ? error.name : typeof error }, 'a message was not stored');
    return 'away' as const;
  });
  // of a message whose fate is unknown the file stays: it may have been stored
  if (fetched && (received === 'duplicate' || received === 'full')) await host.uploads.discard(fetched.id);
  if (received === 'full' || received === 'away') {
    throw new HttpError(503, 'Unavailable', 'The message was not taken: send it again.');
  }
}
