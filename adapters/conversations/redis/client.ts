import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisPlace } from './url.ts';

/**
 * A client that never repeats a command by itself and never keeps one for later: a command that was written and not
 * answered may have been carried out, and only our callers know how to ask again. It reconnects within half a second.
 */
export function client(place: RedisPlace, commandTimeoutMs: number): Redis | Cluster {
  const options = {
    ...(place.tls ? { tls: {} } : {}),
    ...(place.username === null ? {} : { username: place.username }),
    ...(place.password === null ? {} : { password: place.password }),
    commandTimeout: commandTimeoutMs,
    // A server that has said nothing for so long is gone: its connection is given up.
    socketTimeout: 2 * commandTimeoutMs,
    connectTimeout: 5000,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 1,
    // A demoted master answers READONLY to writes until the connection moves on.
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  } satisfies RedisOptions;
  const retryStrategy = (times: number) => Math.min(20 * times, 500);
  switch (place.kind) {
    case 'single':
      return new Redis({ ...options, ...place.node, retryStrategy, enableOfflineQueue: false });
    case 'sentinel':
      return new Redis({
        ...options,
        sentinels: [...place.nodes],
        name: place.master,
        ...(place.password === null ? {} : { sentinelPassword: place.password }),
        ...(place.username === null ? {} : { sentinelUsername: place.username }),
        ...(place.tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
        sentinelRetryStrategy: retryStrategy,
        retryStrategy,
        enableOfflineQueue: false,
      });
    case 'cluster': {
      const cluster = new Cluster([...place.nodes], {
        redisOptions: options,
        enableOfflineQueue: false,
        clusterRetryStrategy: retryStrategy,
        // 0: a command whose connection broke is not sent again.
        retryDelayOnFailover: 0,
      });
      // Connections to nodes open with their first command, and the others that come meanwhile are refused.
      cluster.on('+node', (node: Redis) => node.ping().catch(() => {}));
      return cluster;
    }
  }
}
