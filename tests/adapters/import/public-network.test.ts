import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fetchUrl } from '../../../src/adapters/import/fetch-url.ts';
import { isPublicAddress, openPublicNetwork } from '../../../src/adapters/import/public-network.ts';
import type { HostAddress, PublicNetworkOptions } from '../../../src/adapters/import/public-network.ts';
import type { ImportSource } from '../../../src/domain/importing.ts';
import type { PageServer } from '../../import/fixtures/serve-pages.ts';
import { redirectTo, sendPage, servePages } from '../../import/fixtures/serve-pages.ts';

const LIMITS = { maxBytes: 100_000, timeoutMs: 3000, maxRedirects: 3 };

/** Not of the public internet, each for a reason of its own. */
const PRIVATE = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.251',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456:789a::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '4000::1',
];

let server: PageServer;
let elsewhere: PageServer;

beforeAll(async () => {
  elsewhere = await servePages({ '/secret': sendPage('text/plain', 'A secret of this machine.') });
  const away = Object.fromEntries(
    PRIVATE.map((address, index) => {
      const host = address.includes(':') ? `[${address}]` : address;
      return [`/away/${index}`, redirectTo(`http://${host}/secret`)];
    }),
  );
  server = await servePages({
    ...away,
    '/page': sendPage('text/plain', 'The bell of Gannet Bay.'),
    '/moved': redirectTo('/page'),
    '/to-port': redirectTo(`${elsewhere.base}/secret`),
    '/to-name': redirectTo('http://inside.test/secret'),
    '/to-file': redirectTo('file:///etc/passwd'),
    '/to-number': redirectTo('http://2130706433/secret'),
    '/to-octal': redirectTo('http://0177.0.0.1/secret'),
    '/to-short': redirectTo('http://127.1/secret'),
    '/to-hex': redirectTo('http://0x7f.0.0.1/secret'),
    '/to-password': redirectTo('http://user:word@inside.test/'),
    '/endless': (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (response.write('harbour '.repeat(8192)));
        response.once('drain', more);
      };
      more();
    },
    '/silent': () => undefined,
  });
});

afterAll(async () => {
  await server.close();
  await elsewhere.close();
});

/** Where every page of the tests lies: a name that only their resolver knows. */
function placeOf({ base }: PageServer): string {
  return `pages.test:${new URL(base).port}`;
}

interface Network {
  readonly fetch: (address: string) => Promise<ImportSource>;
  /** Names that were looked up. */
  readonly asked: readonly string[];
}

function openNetwork(
  addresses: readonly string[] = ['127.0.0.1'],
  options: PublicNetworkOptions = {},
): Network {
  const asked: string[] = [];
  const found: readonly HostAddress[] = addresses.map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));
  const network = openPublicNetwork({
    resolve: (host) => {
      asked.push(host);
      return Promise.resolve(found);
    },
    ...options,
  });
  onTestFinished(network.close);
  return { asked, fetch: (address) => fetchUrl(address, { limits: LIMITS, network }) };
}

const NOT_THERE = /^(\S+) was not added: there is no such host on the public internet\./;

describe('the public internet', () => {
  it.each(PRIVATE)('does not have %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '2a00:1450::1'])(
    'has %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('has nothing that is no address', () => {
    for (const address of ['', 'localhost', '1.1.1', '1.1.1.1.1', '::g', '8.8.8.8\n'])
      expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a page by its address', () => {
  it.each(PRIVATE)('is not fetched from a host that is %s, among others or written out', async (address) => {
    for (const addresses of [[address], ['8.8.8.8', address], [address, '8.8.8.8']])
      await expect(openNetwork(addresses).fetch('http://inside.test/secret')).rejects.toThrow(NOT_THERE);
    const host = address.includes(':') ? `[${address}]` : address;
    await expect(openNetwork().fetch(`http://${host}/secret`)).rejects.toThrow(NOT_THERE);
  });

  it('looks the same whether a private host is there or not', async () => {
    const messageOf = (network: Network) => network.fetch('http://inside.test/').catch(String);
    const there = await messageOf(openNetwork(['10.0.0.1']));
    const notThere = await messageOf(
      openNetwork([], { resolve: () => Promise.reject(new Error('ENOTFOUND')) }),
    );
    expect(there).toBe(notThere);
    expect(there).toMatch(/no such host/);
  });

  it('is fetched where a host is trusted, from the address that was looked up', async () => {
    const network = openNetwork(['127.0.0.1'], { trusted: [placeOf(server)] });
    const page = await network.fetch(`http://${placeOf(server)}/page`);
    expect(new TextDecoder().decode(page.bytes)).toBe('The bell of Gannet Bay.');
    expect(network.asked).toEqual(['pages.test']);
  });

  it('leads nowhere else by a redirect', async () => {
    const network = openNetwork(['127.0.0.1'], { trusted: [placeOf(server)] });
    const visit = (path: string) => network.fetch(`http://${placeOf(server)}${path}`);
    for (const index of PRIVATE.keys()) await expect(visit(`/away/${index}`)).rejects.toThrow(NOT_THERE);
    for (const path of ['/to-name', '/to-number', '/to-octal', '/to-short', '/to-hex'])
      await expect(visit(path)).rejects.toThrow(NOT_THERE);
    await expect(visit('/to-port')).rejects.toThrow(/port \d+ is not fetched from, only 80 and 443/);
    await expect(visit('/to-file')).rejects.toThrow(/file: addresses are not fetched/);
    await expect(visit('/to-password')).rejects.toThrow(/addresses with a password/);
    expect(elsewhere.requests).toEqual([]);
  });

  it('has a scheme, a port and no password', async () => {
    const { fetch, asked } = openNetwork(['8.8.8.8']);
    for (const [address, why] of [
      ['ftp://pages.test/', /ftp: addresses are not fetched/],
      ['gopher://pages.test/', /gopher: addresses/],
      ['http://pages.test:22/', /port 22 is not fetched from/],
      ['https://pages.test:8443/', /port 8443/],
      ['http://a:b@pages.test/', /password/],
      ['pages.test', /it is no address/],
    ] as const)
      await expect(fetch(address)).rejects.toThrow(why);
    expect(asked).toEqual([]);
  });

  it('may be so large and take so long', async () => {
    const { fetch } = openNetwork(['127.0.0.1'], { trusted: [placeOf(server)] });
    await expect(fetch(`http://${placeOf(server)}/endless`)).rejects.toThrow(/more than 0\.1 MB/);
    await expect(fetch(`http://${placeOf(server)}/silent`)).rejects.toThrow(/longer than 3 s/);
  });

  it('is given up when nobody waits for it any more', async () => {
    const network = openPublicNetwork({
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      trusted: [placeOf(server)],
    });
    onTestFinished(network.close);
    const giveUp = new AbortController();
    const page = fetchUrl(`http://${placeOf(server)}/silent`, { network, signal: giveUp.signal });
    giveUp.abort(new Error('Nobody waits.'));
    await expect(page).rejects.toThrow('Nobody waits.');
  });
});
