import { createServer } from 'node:http';

/** An address that is known before the instance behind it is; keeps what was asked of it. */
export async function forwarder(port: number) {
  const server = createServer((req, res) => {
    front.paths.push(req.url ?? '');
    void fetch(front.to + req.url).then(async (answer) => {
      front.statuses.push(answer.status);
      res.statusCode = answer.status;
      res.end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const front = {
    url: `http://127.0.0.1:${port}`,
    to: '',
    paths: [] as string[],
    statuses: [] as number[],
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
  return front;
}
