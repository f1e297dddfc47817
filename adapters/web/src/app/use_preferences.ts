// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';
import { type Preferences, preferences } from './preferences';

export const usePreferences = (): Preferences => useSyncExternalStore(preferences.subscribe, preferences.get);
