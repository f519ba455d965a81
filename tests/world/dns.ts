import { createServer, type DnsHandler, Packet } from 'dns2';
import { findFreePort } from './free-port.ts';

type ResourceData = { readonly data: string[] } | { readonly address: string } | MailExchange;
type MailExchange = { readonly exchange: string; readonly priority: number };
type RecordType = 'TXT' | 'MX' | 'A';

/** A name server on loopback for the domains of the fakes. Unknown names do not exist (NXDOMAIN). */
export interface DnsServer {
  /** For `Resolver.setServers`: `127.0.0.1:PORT`, UDP and TCP. */
  readonly address: string;
  setTxt(name: string, text: string): void;
  setMx(name: string, host: string): void;
  setA(name: string, ipv4: string): void;
  remove(name: string, type: RecordType): void;
  /** Names that were asked for, as `TXT name`. */
  queries(): readonly string[];
  close(): Promise<void>;
}

export async function startDns(): Promise<DnsServer> {
  const zone = new Map<string, ResourceData>();
  const queries: string[] = [];
  const server = createServer({ udp: true, tcp: true, handle: answerFrom(zone, queries) });
  const port = await findFreePort();
  const broken = new Promise<never>((_resolve, reject) => {
    server.on('error', reject);
  });
  const place = { port, address: '127.0.0.1' };
  await Promise.race([server.listen({ udp: place, tcp: place }), broken]);
  const set = (name: string, type: RecordType, data: ResourceData): void => {
    zone.set(`${type} ${name.toLowerCase()}`, data);
  };
  return {
    address: `127.0.0.1:${port}`,
    // A character string of a TXT record holds 255 octets at most (RFC 1035, 3.3).
    setTxt: (name, text) => set(name, 'TXT', { data: text.match(/.{1,255}/gs) ?? [] }),
    setMx: (name, exchange) => set(name, 'MX', { exchange, priority: 10 }),
    setA: (name, address) => set(name, 'A', { address }),
    remove: (name, type) => void zone.delete(`${type} ${name.toLowerCase()}`),
    queries: () => queries,
    close: () => server.close(),
  };
}

function answerFrom(zone: ReadonlyMap<string, ResourceData>, queries: string[]): DnsHandler {
  const types = new Map<number, RecordType>([
    [Packet.TYPE.TXT, 'TXT'],
    [Packet.TYPE.MX, 'MX'],
    [Packet.TYPE.A, 'A'],
  ]);
  return (request, send) => {
    const response = Packet.createResponseFromRequest(request);
    const [question] = request.questions;
    const type = question && types.get(question.type);
    if (question && type) {
      const name = question.name.toLowerCase();
      queries.push(`${type} ${name}`);
      const data = zone.get(`${type} ${name}`);
      if (data) response.answers.push(Packet.createResourceFromQuestion(question, { ttl: 60, ...data }));
      else if (!knowsName(zone, name)) response.header.rcode = Packet.RCODE.NXDOMAIN;
    }
    void send(response);
  };
}

function knowsName(zone: ReadonlyMap<string, ResourceData>, name: string): boolean {
  return [...zone.keys()].some(key => key.endsWith(` ${name}`));
}
