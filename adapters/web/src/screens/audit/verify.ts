// SPDX-License-Identifier: Apache-2.0
// The chain of a complaint, walked in the browser: canonical JSON (RFC 8785, of whole numbers, texts, lists and objects), SHA-256 of each leaf, and of each
// disclosure. docs/reference/history.md says what this shows and what it cannot show.
import type { Schemas } from '../../api/client';

export type Leaf = Schemas['History']['leaves'][number];

export interface Verdict {
  digests: string[];
  broken: { sequence: number; why: 'sequence' | 'chain' | 'disclosure' } | null;
}

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    // JavaScript orders strings by UTF-16 code units, as RFC 8785 wants it.
    const names = Object.keys(value).sort();
    return `{${names.map(name => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

async function digestOf(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

export async function verify(leaves: readonly Leaf[]): Promise<Verdict> {
  const digests: string[] = [];
  let before = '0'.repeat(64);
  for (const [index, { leaf: given, disclosures }] of leaves.entries()) {
    const leaf = given as { cseq?: number; cprev?: string; _sd?: string[]; withheld?: string };
    // It names a complaint that the reader is not to know of: its digest is all that there is of it.
    if (leaf.withheld) {
      before = leaf.withheld;
      digests.push(before);
      continue;
    }
    if (leaf.cseq !== index + 1) return { digests, broken: { sequence: index + 1, why: 'sequence' } };
    if (leaf.cprev !== before) return { digests, broken: { sequence: index + 1, why: 'chain' } };
    for (const disclosure of disclosures)
      if (!leaf._sd?.includes(base64url(await digestOf(disclosure))))
        return { digests, broken: { sequence: index + 1, why: 'disclosure' } };
    before = hex(await digestOf(canonical(leaf)));
    digests.push(before);
  }
  return { digests, broken: null };
}
