// SPDX-License-Identifier: Apache-2.0
// One command given to many complaints, a few at a time: each by itself, at the version that was on the screen, and with a key of its own, which it keeps
// for as long as the same is sent, so that trying again after a lost answer does nothing twice.
import { useRef, useState } from 'react';
import { give, newKey, type Row } from '../../api/client';
import { cache } from '../../api/queries';

export interface Result {
  row: Row;
  /** null: it happened. */
  failure: unknown;
}

/** A few at once share the writing to the disk; more would keep others waiting. */
const atOnce = 4;

type Fields = Record<string, unknown>;

export function useBulkRun(name: string, rows: Row[]) {
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [running, setRunning] = useState(false);
  const keys = useRef(new Map<string, string>());
  const keyFor = (row: Row, fields: Fields): string => {
    const same = `${row.reference} ${row.version} ${JSON.stringify(fields)}`;
    const key = keys.current.get(same) ?? newKey();
    keys.current.set(same, key);
    return key;
  };
  const left = rows.filter(row => results.get(row.reference)?.failure !== null);
  const giveTo = async (row: Row, fields: Fields) => {
    const order = { reference: row.reference, name, fields, version: row.version, key: keyFor(row, fields) };
    const failure: unknown = await give(order).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    setResults(before => new Map(before).set(row.reference, { row, failure }));
  };
  const run = async (fields: Fields) => {
    setRunning(true);
    const waiting = [...left];
    const hand = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) await giveTo(row, fields);
    };
    await Promise.all(Array.from({ length: atOnce }, hand));
    setRunning(false);
    await cache.invalidateQueries({ queryKey: ['complaints'] });
  };
  const all = [...results.values()];
  return { results: all, left, running, run, done: all.filter(one => one.failure === null).length };
}
