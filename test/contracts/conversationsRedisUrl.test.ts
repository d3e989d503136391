import assert from 'node:assert/strict';
import { parseRedisUrl } from '../../adapters/conversations/redis/url.ts';

const open = { tls: false, username: null, password: null };

describe('the address of Redis', () => {
  const cases: readonly [string, ReturnType<typeof parseRedisUrl>][] = [
    ['redis://localhost', { kind: 'single', node: { host: 'localhost', port: 6379 }, ...open }],
    ['redis://10.0.0.1:7000/0', { kind: 'single', node: { host: '10.0.0.1', port: 7000 }, ...open }],
    ['redis://[::1]:7000/', { kind: 'single', node: { host: '::1', port: 7000 }, ...open }],
    [
      'rediss://bot:p%40ss%2Fw%3Ard@r.example:1',
      { kind: 'single', node: { host: 'r.example', port: 1 }, tls: true, username: 'bot', password: 'p@ss/w:rd' },
    ],
    ['redis://:pw@h', { kind: 'single', node: { host: 'h', port: 6379 }, ...open, password: 'pw' }],
    [
      'redis://a:10,redis://b:20,c',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 10 },
          { host: 'b', port: 20 },
          { host: 'c', port: 6379 },
        ],
        ...open,
      },
    ],
    ['redis+cluster://a', { kind: 'cluster', nodes: [{ host: 'a', port: 6379 }], ...open }],
    [
      'redis+sentinel://:pw@s1:1,s2/the%20master',
      {
        kind: 'sentinel',
        nodes: [
          { host: 's1', port: 1 },
          { host: 's2', port: 26_379 },
        ],
        master: 'the master',
        ...open,
        password: 'pw',
      },
    ],
  ];
  for (const [url, place] of cases) {
    it(`reads ${url}`, () => assert.deepEqual(parseRedisUrl(url), place));
  }

  for (const url of [
    'http://a',
    'redis://',
    'redis://:secret@',
    'redis://:secret@h:0',
    'redis://:secret@h:70000',
    'redis://:secret@h/3',
    'redis://:secret@h/0/1',
    'redis://:secret@a,,b',
    'redis://:%zz-secret@h',
    'redis+sentinel://:secret@s1:1',
    'redis://:secret@h?db=1',
  ]) {
    it(`refuses ${url} and does not repeat the password`, () => {
      assert.throws(
        () => parseRedisUrl(url),
        (error) => {
          return error instanceof Error && error.name === 'RedisUrlInvalid' && !error.message.includes('secret');
        },
      );
    });
  }
});
