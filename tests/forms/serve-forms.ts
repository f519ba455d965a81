import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

export interface FormsServer {
  origin: string;
  close(): Promise<void>;
}

/** Serves the pages of a forms folder on loopback, as UTF-8, each at `/<source>/<id>.html`. */
export async function serveForms(folder: string): Promise<FormsServer> {
  const pages = join(folder, 'pages');
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    if (!path.endsWith('.html')) {
      response.writeHead(404).end();
      return;
    }
    const file = createReadStream(join(pages, path));
    file.once('error', () => response.writeHead(404).end());
    file.once('open', () => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      file.pipe(response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
