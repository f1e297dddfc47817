// SPDX-License-Identifier: Apache-2.0
// The fields of each command, as the running server describes them. A field that a newer server asks for is drawn without a newer UI.
import { useQuery } from '@tanstack/react-query';
import { ask } from './client';

export interface FieldSchema {
  type?: string;
  format?: string;
  enum?: string[];
  description?: string;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  title?: string;
}

type Document = { paths: Record<string, unknown>; components: { schemas: Record<string, FieldSchema> } };

function useDescription(): Document | undefined {
  return useQuery({
    queryKey: ['openapi'],
    queryFn: async () => (await (await ask('/api/v1/openapi.json')).json()) as Document,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

export function useCommandSchema(name: string): FieldSchema | undefined {
  return useDescription()?.components.schemas[name];
}

/** Every command there is, by the name it has everywhere. */
export function useCommandNames(): string[] {
  const description = useDescription();
  if (!description) return [];
  const given = Object.keys(description.paths).flatMap(path => /\/commands\/([a-z-]+)$/.exec(path)?.[1] ?? []);
  return ['receive-complaint', ...given];
}

/** Without what was left empty: the engine takes a field that is not there for not said, and an empty one for wrong. */
export function pruned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter(one => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, one]) => [name, pruned(one)] as const);
    const kept = entries.filter(([, one]) => one !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value ?? undefined;
}

/** The required fields that are still empty, by their path: "promises.0.by". */
export function emptyFields(schema: FieldSchema, value: unknown, path = ''): string[] {
  const fields = (value ?? {}) as Record<string, unknown>;
  const at = (name: string) => (path ? `${path}.${name}` : name);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const one = pruned(fields[name]);
    if (one === undefined) return schema.required?.includes(name) ? [at(name)] : [];
    if (field.properties) return emptyFields(field, one, at(name));
    if (field.items?.properties && Array.isArray(one))
      return one.flatMap((item, index) => emptyFields(field.items ?? {}, item, `${at(name)}.${index}`));
    return [];
  });
}
