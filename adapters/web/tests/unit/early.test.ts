// SPDX-License-Identifier: Apache-2.0
// What is asked before the program has come: once, only what was allowed, and never believed longer than it holds.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askEarly, earlyAnswer, forgetFirst, rememberFirst } from '../../src/api/early';

const list = '/api/v1/complaints?limit=200';
const request = (path: string, method = 'GET') => new Request(new URL(path, location.origin), { method });
const answering = (status: number) => vi.fn(() => Promise.resolve(new Response('{}', { status })));

describe('a request before the program has come', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.unstubAllGlobals());

  it('is made for what was remembered, in the language of the page, and answers once', async () => {
    const fetched = answering(200);
    vi.stubGlobal('fetch', fetched);
    rememberFirst([list]);
    askEarly('lv');
    expect(fetched).toHaveBeenCalledWith(list, { headers: { 'Accept-Language': 'lv' } });
    expect((await earlyAnswer(request(list)))?.status).toBe(200);
    expect(await earlyAnswer(request(list))).toBeNull();
  });

  it('is not made in a browser that nobody was logged in to', () => {
    const fetched = answering(200);
    vi.stubGlobal('fetch', fetched);
    rememberFirst([list]);
    forgetFirst();
    askEarly('en');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says nothing when the answer was no, or when there was none', async () => {
    vi.stubGlobal('fetch', answering(401));
    rememberFirst([list]);
    askEarly('en');
    expect(await earlyAnswer(request(list))).toBeNull();
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.reject(new TypeError('no connection'))),
    );
    askEarly('en');
    expect(await earlyAnswer(request(list))).toBeNull();
  });

  it('is not believed once something was changed: somebody else may have logged in', async () => {
    vi.stubGlobal('fetch', answering(200));
    rememberFirst([list]);
    askEarly('en');
    expect(await earlyAnswer(request('/api/v1/session', 'POST'))).toBeNull();
    expect(await earlyAnswer(request(list))).toBeNull();
  });
});
