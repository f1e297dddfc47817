// SPDX-License-Identifier: Apache-2.0
// What must not be lost, and what must not be missed: drafts, keys, the chain, the worklist.
import { webcrypto } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../src/api/client';
import { emptyFields, pruned } from '../../src/api/forms';
import { drafts } from '../../src/drafts/store';
import { timesOf } from '../../src/i18n/times';
import { faceOf } from '../../src/keys/registry';
import { canonical, type Leaf, verify } from '../../src/screens/audit/verify';
import { grouped, placed } from '../../src/screens/worklist/groups';

describe('a draft', () => {
  beforeEach(() => localStorage.clear());

  it('is saved 300 ms after the last key', () => {
    vi.useFakeTimers();
    drafts.put('ilze/R-1/add-note', { text: 'a' }, 'key');
    vi.advanceTimersByTime(200);
    drafts.put('ilze/R-1/add-note', { text: 'ab' }, 'key');
    vi.advanceTimersByTime(299);
    expect(localStorage.getItem('redress.draft/ilze/R-1/add-note')).toBeNull();
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    expect(localStorage.getItem('redress.draft/ilze/R-1/add-note')).toContain('"ab"');
  });

  it('is saved at once when the page is left', () => {
    drafts.put('ilze/R-2/add-note', { text: 'x' }, 'key');
    window.dispatchEvent(new Event('pagehide'));
    expect(drafts.saving('ilze/R-2/add-note')).toBe('saved');
    expect(localStorage.getItem('redress.draft/ilze/R-2/add-note')).toContain('"x"');
  });

  it('stays in sight, and says so, when there is no room to save it', () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    drafts.put('ilze/R-3/add-note', { text: 'kept' }, 'key');
    drafts.flush();
    full.mockRestore();
    expect(drafts.saving('ilze/R-3/add-note')).toBe('failed');
    expect(drafts.get<{ text: string }>('ilze/R-3/add-note')?.value.text).toBe('kept');
  });

  it('of one person and one form is no other', () => {
    drafts.put('ilze/R-4/add-note', 1, 'a');
    drafts.put('andrejs/R-4/add-note', 2, 'b');
    drafts.discard('ilze/R-4/add-note');
    expect(drafts.get('andrejs/R-4/add-note')?.value).toBe(2);
  });
});

describe('a form', () => {
  const schema = {
    properties: { what: { type: 'string' }, rows: { type: 'array', items: { properties: { by: { type: 'string' } }, required: ['by'] } } },
    required: ['what'],
  };
  it('sends nothing that was left empty', () =>
    expect(pruned({ a: ' ', b: ['', 'x'], c: { d: '' }, e: 0, f: false })).toEqual({ b: ['x'], e: 0, f: false }));
  it('knows what is still needed', () => expect(emptyFields(schema, { rows: [{ by: '', note: 'n' }] })).toEqual(['what', 'rows.0.by']));
});

describe('a key', () => {
  it('is written as it lies on the keyboard', () => {
    expect([faceOf('KeyJ'), faceOf('Shift+Slash'), faceOf('Ctrl+KeyK'), faceOf('KeyG KeyW')]).toEqual(['j', '?', 'Ctrl+K', 'g w']);
  });
});

describe('the chain of a history', () => {
  beforeAll(() => vi.stubGlobal('crypto', webcrypto));

  const hex = async (text: string) => Buffer.from(await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');
  const chain = async (): Promise<Leaf[]> => {
    const first = { cprev: '0'.repeat(64), cseq: 1, data: { text: 'ā' } };
    const second = { cprev: await hex(canonical(first)), cseq: 2, data: {} };
    return [
      { leaf: first, disclosures: [] },
      { leaf: second, disclosures: [] },
    ] as unknown as Leaf[];
  };

  it('is canonical: keys in order, no blanks', () => expect(canonical({ b: [1, 'ā'], a: true })).toBe('{"a":true,"b":[1,"ā"]}'));
  it('is sound as it was written', async () => expect((await verify(await chain())).broken).toBeNull());
  it('breaks where a leaf was changed', async () => {
    const leaves = await chain();
    Object.assign(leaves[0] ?? {}, { leaf: { cprev: '0'.repeat(64), cseq: 1, data: { text: 'a' } } });
    expect((await verify(leaves)).broken).toEqual({ sequence: 2, why: 'chain' });
  });
  it('breaks where a disclosure does not belong', async () => {
    const leaves = await chain();
    leaves[1]?.disclosures.push('W10');
    expect((await verify(leaves)).broken).toEqual({ sequence: 2, why: 'disclosure' });
  });
});

describe('the worklist', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const row = (part: Partial<Row>): Row =>
    ({ reference: 'R', stage: 'Received', waiting: 'NotWaiting', next_due_at: null, received_at: '', ...part }) as Row;

  it('puts rows under the next moment that matters', () => {
    vi.setSystemTime(now);
    const rows = [
      row({ reference: 'later', next_due_at: '2026-12-20T10:00:00Z' }),
      row({ reference: 'late', next_due_at: '2026-11-20T10:00:00Z' }),
      row({ reference: 'today', next_due_at: '2026-11-22T15:00:00Z' }),
      row({ reference: 'waits', waiting: 'WaitingForComplainant', next_due_at: '2026-11-20T10:00:00Z' }),
      row({ reference: 'final letter owed', stage: 'NotAgreed', next_due_at: '2026-11-21T10:00:00Z' }),
      row({ reference: 'over', stage: 'Closed' }),
    ];
    const groups = grouped(placed(rows, timesOf('en', 'Europe/Riga'), now)).map(([name, all]) => [name, all.map(one => one.reference)]);
    vi.useRealTimers();
    expect(groups).toEqual([
      ['overdue', ['late', 'final letter owed']],
      ['today', ['today']],
      ['later', ['later']],
      ['waiting', ['waits']],
      ['over', ['over']],
    ]);
  });
});
