import type { FakeActivity, FakeDirectLine } from '../support/fakeDirectLine.ts';

const ID = 'staff-1';

/** What the bot tells the page of a hand-off, as the server sends it. */
export function status(state: string, more: object = {}, handoff = 'h1'): FakeActivity {
  return { type: 'event', name: 'handoff.status', value: { handoff, state, ...more } };
}

/** The bot's own words under one of its names, with quick replies. */
export function says(name: string, text: string, titles: readonly string[] = []): FakeActivity {
  const actions = titles.map((title) => ({ type: 'imBack', title, value: title }));
  const suggestedActions = titles.length === 0 ? {} : { suggestedActions: { actions } };
  return { type: 'message', text, channelData: { shouwen: { name } }, ...suggestedActions };
}

/** An agent's words. */
export function agentSays(text: string, more: Partial<FakeActivity> = {}, name = '王芳'): FakeActivity {
  const agent = { id: ID, name };
  const channelData = { shouwen: { name: 'agentMessage', agent, clientId: text, handoff: 'h1' } };
  return { type: 'message', text, from: { ...agent, role: 'bot' }, channelData, ...more };
}

/** Waiting, and then with an agent, as a turn of the bot puts it into the log. */
export function wait(server: FakeDirectLine, more: object = {}): void {
  server.say(status('waiting', more));
}
export function join(server: FakeDirectLine, name = '王芳'): void {
  server.say(status('accepted', { agent: name }));
  server.say(says('agentJoined', `人工客服${name}已接入，接下来由${name}为您服务。`));
}

export const RATING = ['1 很不满意', '2 不满意', '3 一般', '4 满意', '5 非常满意', '跳过这题', '不评了'];
export const RECOMMEND = [...Array.from({ length: 11 }, (_each, points) => String(points)), '跳过这题', '不评了'];
