// SPDX-License-Identifier: Apache-2.0
// What the first screen will ask for is asked while the program itself is still on its way: the same requests that whoever worked in this browser last was
// allowed, by their addresses, which name nobody. An answer serves once, for the same request; anything but a yes is asked again when it is wanted.
const place = 'redress.first-requests';
const begun = new Map<string, Promise<Response | null>>();

export function rememberFirst(paths: string[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(paths));
  } catch {
    // The next start is a little slower, then.
  }
}

export function forgetFirst(): void {
  localStorage.removeItem(place);
}

function remembered(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export function askEarly(language: string): void {
  for (const path of remembered()) {
    const answer = fetch(path, { headers: { 'Accept-Language': language } }).catch(() => null);
    begun.set(new URL(path, location.origin).href, answer);
  }
}

/** What was answered to the same request before it was made, if it was, and was a yes. */
export async function earlyAnswer(request: Request): Promise<Response | null> {
  // Whatever changes anything, who is logged in among it, makes old answers worthless.
  if (request.method !== 'GET') begun.clear();
  const answer = begun.get(request.url);
  begun.delete(request.url);
  const response = (await answer) ?? null;
  return response?.ok ? response : null;
}
