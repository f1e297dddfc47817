// SPDX-License-Identifier: Apache-2.0
// The letter as the engine lays it out. Its page is read into plain nodes and drawn anew, so nothing that stands in a letter can run here, and the policy of
// the server needs no exception. What is being written takes the place of the paragraph it will replace.
import { type CSSProperties, createElement, type ReactNode } from 'react';

const allowed = new Set([
  'P',
  'H1',
  'H2',
  'BR',
  'TABLE',
  'THEAD',
  'TBODY',
  'TR',
  'TH',
  'TD',
  'TIME',
  'STRONG',
  'EM',
  'SPAN',
  'DIV',
  'ADDRESS',
  'UL',
  'OL',
  'LI',
  'HEADER',
  'FOOTER',
  'SECTION',
]);

/** The policy reports a style attribute even while a page is only read, so they are given another name inside the tags first. */
const withoutStyles = (page: string): string => page.replace(/<[a-z][^>]*>/gi, tag => tag.replace(/ style="/g, ' data-style="'));

function styleOf(element: Element): CSSProperties {
  const style: Record<string, string> = {};
  for (const part of (element.getAttribute('data-style') ?? '').split(';')) {
    const [name, ...value] = part.split(':');
    if (!name?.trim() || value.length === 0) continue;
    style[name.trim().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value.join(':').trim();
  }
  return style;
}

function drawn(node: Node, key: number, replaced: ReadonlyMap<string, string>): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.parentElement?.closest('td, th, p, h1, li, span, time, div') ? node.textContent : null;
  if (!(node instanceof Element) || !allowed.has(node.tagName)) return null;
  const name = node.tagName === 'H1' ? 'p' : node.tagName.toLowerCase();
  const text = node.tagName === 'P' ? replaced.get(node.textContent ?? '') : undefined;
  if (text === '') return null;
  const attributes = {
    key,
    style: styleOf(node),
    scope: node.getAttribute('scope') ?? undefined,
    dateTime: node.getAttribute('datetime') ?? undefined,
  };
  if (node.tagName === 'BR') return createElement('br', { key });
  if (text !== undefined) return createElement(name, { ...attributes, className: 'sheet-changed' }, text);
  return createElement(name, attributes, ...[...node.childNodes].map((child, index) => drawn(child, index, replaced)));
}

interface Props {
  page: string;
  language: string;
  /** The text of a paragraph as it stands in the page, and what stands there now. */
  replaced: ReadonlyMap<string, string>;
  label: string;
}

export function Sheet({ page, language, replaced, label }: Props) {
  const main = new DOMParser().parseFromString(withoutStyles(page), 'text/html').querySelector('main');
  if (!main) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter scrolls, and must scroll by the keyboard too
    <div className="sheet" lang={language} role="document" aria-label={label} tabIndex={0}>
      {[...main.childNodes].map((child, index) => drawn(child, index, replaced))}
    </div>
  );
}
