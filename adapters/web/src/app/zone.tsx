// SPDX-License-Identifier: Apache-2.0
// The clock of the organisation, for all screens. None is drawn before it is known: a moment by another clock would be a wrong one, and every row would be
// written twice.
import { type ReactNode, useMemo } from 'react';
import { useOrganisation } from '../api/queries';
import { useLanguage } from '../i18n';
import { TimesProvider, timesOf } from '../i18n/times';

export function Zone({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const organisation = useOrganisation();
  const zone = organisation.data?.zone ?? 'UTC';
  const times = useMemo(() => timesOf(language, zone), [language, zone]);
  return organisation.isPending ? null : <TimesProvider value={times}>{children}</TimesProvider>;
}
