import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardView, HandoffView } from '../../../adapters/desk/schemas.ts';
import { call } from '../lib/api.ts';
import { KEYS } from '../lib/queries.ts';
import { sawServerTime } from '../lib/time.ts';

/** Messages, of which there are many, do not refresh the board: what depends on them is at most this old. */
const REFRESH_MS = 10_000;

export function useBoard() {
  return useQuery({ queryKey: KEYS.board, queryFn: readBoard, refetchInterval: REFRESH_MS });
}

async function readBoard(): Promise<BoardView> {
  const board = await call<BoardView>('GET', '/board');
  sawServerTime(board.at);
  return board;
}

export type Goal = { readonly agent: string } | { readonly team: string };

const ofConversation = ({ conversation }: HandoffView) => `/conversations/${encodeURIComponent(conversation)}`;
const take = ({ handoff }: HandoffView) => call<unknown>('POST', `/handoffs/${encodeURIComponent(handoff)}/take`);

/** Supervisors move a customer whoever has them. */
const assign = (row: HandoffView, to: Goal, note: string) =>
  call<unknown>('POST', `${ofConversation(row)}/transfer`, { ...to, ...(note === '' ? {} : { note }) });

/** What a supervisor does from a row; the board is read anew after each, also after a refusal. */
export function useBoardCalls() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([KEYS.board, KEYS.queue].map((queryKey) => client.invalidateQueries({ queryKey })));
  return {
    whisper: useMutation({
      mutationFn: ({ row, id, text }: { row: HandoffView; id: string; text: string }) =>
        call<unknown>('POST', `${ofConversation(row)}/whisper`, { id, text }),
    }),
    takeOver: useMutation({ mutationFn: take, onSettled }),
    assign: useMutation({
      mutationFn: ({ row, to, note }: { row: HandoffView; to: Goal; note: string }) => assign(row, to, note),
      onSettled,
    }),
  };
}
