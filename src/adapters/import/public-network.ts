import { lookup as lookUpSystem } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch } from 'undici';
import type { VerbatimError } from '../../domain/errors.ts';
import { importFailed } from '../../domain/import-failed.ts';
import type { PageNetwork } from './fetch-url.ts';

/** An address that a host has. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

export interface PublicNetworkOptions {
  /** All addresses of a host; by default those that the system knows. */
  readonly resolve?: (host: string) => Promise<readonly HostAddress[]>;
  /** `host:port` of those that may be asked wherever they are; none by default. */
  readonly trusted?: readonly string[];
}

const PORTS: readonly string[] = ['', '80', '443'];
const ADVICE = 'Save the page and add the file.';

/**
 * The public internet and nothing else: what a stranger names must not be fetched from within this network. A host is
 * resolved once, every address of it is judged, and the connection goes to one of those that were.
 */
export function openPublicNetwork({
  resolve = (host) => lookUpSystem(host, { all: true }),
  trusted = [],
}: PublicNetworkOptions = {}): PageNetwork & { readonly close: () => Promise<void> } {
  const names = new Set(trusted.map((place) => place.replace(/:\d+$/, '')));
  const judge = async (host: string): Promise<readonly HostAddress[]> => {
    // One word for a host that is private and for one that is not there: neither is a stranger's to know.
    const addresses = await resolve(host).catch(() => []);
    const open = names.has(host) || addresses.every(({ address }) => isPublicAddress(address));
    if (addresses.length === 0 || !open) throw notPublic(host);
    return addresses;
  };
  const lookup: LookupFunction = (host, options, callback) => {
    judge(host).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => {
        callback(error as VerbatimError, '');
      },
    );
  };
  const agent = new Agent({ connect: { lookup } });
  return {
    check(url) {
      if (trusted.includes(url.host)) return;
      if (!PORTS.includes(url.port))
        throw importFailed(url.host, `port ${url.port} is not fetched from, only 80 and 443`, ADVICE);
      // No name to look up: the connection would go there without the lookup above.
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic(url.host);
    },
    request: (url, init) => fetch(url, { ...init, dispatcher: agent }),
    close: () => agent.destroy(),
  };
}

/** Whether the address is one of the public internet's: of IPv6 only what is given out for it, 2000::/3. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(ipaddr.IPv6.parse('2000::'), 3);
}

function notPublic(host: string): VerbatimError {
  return importFailed(host, 'there is no such host on the public internet', `Check the address. ${ADVICE}`);
}
