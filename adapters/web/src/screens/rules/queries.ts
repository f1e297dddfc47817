// SPDX-License-Identifier: Apache-2.0
// The rules a node goes by: roles, profiles, letter templates. They are read here and never changed; they stand in files that are read at start.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { useLanguage } from '../../i18n';

interface Money {
  minor_units: number;
  currency: string;
}

export interface Roles {
  commands: string[];
  privileges: string[];
  roles: { name: string; commands: string[]; privileges: string[]; remedy_most: Money | null }[];
}

export interface Period {
  amount: number;
  unit: string;
}

export interface ProfileRow {
  name: string;
  title: string;
  calendar: string | null;
  is_ours: boolean;
}

export interface DeadlineRule {
  name: string;
  title: string;
  start: string;
  met_by: string;
  channels: string[];
  period: Period;
  starts_from: string;
  day_of_start: string;
  ends_at: string;
  on_day_off: string;
  while_waiting: string;
  warn_before: Period;
  drafts_on_warning: string | null;
  silence: string;
  source: string;
  extension: { times: number; at_most: Period | null; needs: string; notice: string | null; source: string } | null;
}

export interface Profile extends ProfileRow {
  deadlines: DeadlineRule[];
  information_within: Period;
  staff_notices: string;
  approver: string;
  referral: { body: string; address: string; within: Period | null; source: string } | null;
  retention: { keep: Period; source: string } | null;
  contents: { letter: string; contents: string[]; source: string }[];
}

export interface Dates {
  profile: string;
  dates: {
    name: string;
    title: string;
    start: string;
    started_at: string;
    due_at: string;
    runs: boolean;
    present_due_at: string | null;
    because_text: string;
  }[];
  not_started: { name: string; title: string; start: string }[];
}

export interface TemplateRow {
  language: string;
  kind: string;
  subject: string;
}

export interface Template extends TemplateRow {
  recipe: string[];
  paragraphs: { block: string; text: string; for_each: string | null; needs: string[]; unless: string[]; states: string[] }[];
}

/** The server answers in the language of the page, so the language is part of what was asked. */
function useRule<T>(path: string, { enabled = true } = {}) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['rules', path, language],
    queryFn: async () => (await (await ask(`/api/v1${path}`)).json()) as T,
    staleTime: 600_000,
    enabled,
  });
}

export const useRoles = () => useRule<Roles>('/roles');
export const useProfiles = () => useRule<{ profiles: ProfileRow[] }>('/profiles');
export const useProfile = (name: string) => useRule<Profile>(`/profiles/${encodeURIComponent(name)}`);
export const useTemplates = () => useRule<{ templates: TemplateRow[] }>('/letter-templates');
export const useTemplate = (language: string, kind: string) => useRule<Template>(`/letter-templates/${language}/${kind}`);

/** On what a profile is tried: a moment at which something comes in, or a complaint that is there. */
export type Trial = { received_at: string; channel: string } | { reference: string };

export function useTrial(profile: string, trial: Trial | null) {
  const name = encodeURIComponent(profile);
  const path =
    trial && 'reference' in trial
      ? `/complaints/${encodeURIComponent(trial.reference)}/profiles/${name}/dates`
      : `/profiles/${name}/dates?${new URLSearchParams(trial ?? {})}`;
  return useRule<Dates>(path, { enabled: trial !== null });
}
