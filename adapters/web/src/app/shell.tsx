// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { ProblemError } from '../api/client';
import { cache, useChanges, useComplaints, useNameOf } from '../api/queries';
import { useSay } from '../i18n';
import { type Action, useOffer } from '../keys/registry';
import { forgetView, useViews } from '../screens/worklist/views';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { Menu } from '../ui/menu';
import { Toasts } from '../ui/toast';
import { HeldLetters } from './held';
import { later } from './later';
import { type Preferences, preferences } from './preferences';
import { leave, may, useSession } from './session';
import { usePreferences } from './use_preferences';

const Palette = later(() => import('./palette').then(one => ({ default: one.Palette })));
const KeyHelp = later(() => import('./key_help').then(one => ({ default: one.KeyHelp })));

/** Where one can go, its key, and what one must be allowed for the place to have anything to show. */
const places: [string, string, IconName, string, string][] = [
  ['/', 'nav.worklist', 'list', 'KeyG KeyW', 'read-complaints'],
  ['/board', 'nav.board', 'board', 'KeyG KeyB', 'read-complaints'],
  ['/calendar', 'nav.calendar', 'calendar', 'KeyG KeyC', 'read-complaints'],
  ['/intake', 'nav.intake', 'mail', 'KeyG KeyI', 'read-intake'],
  ['/people', 'nav.people', 'people', 'KeyG KeyP', ''],
  ['/rules', 'nav.rules', 'book', 'KeyG KeyR', 'read-rules'],
  ['/audit', 'nav.audit', 'shield', 'KeyG KeyA', 'read-history'],
];

function usePlaces() {
  const session = useSession();
  return places.filter(([, , , , needed]) => needed === '' || may(session, needed));
}

const isAt = (place: string, path: string): boolean =>
  place === '/' ? path === '/' || path.startsWith('/complaints') : path.startsWith(place);

function Rail() {
  const say = useSay();
  const [path] = useLocation();
  const search = useSearch();
  const views = useViews();
  const open = usePlaces();
  return (
    <div className="rail no-print">
      <nav aria-label={say('nav')} className="places">
        <Link href="/" className="brand">
          <img src="/icon.svg" width="26" height="26" alt="" />
          <span>Redress</span>
        </Link>
        <ul>
          {open.map(([place, name, icon]) => (
            <li key={place}>
              <Link
                href={place}
                aria-current={isAt(place, path) && (place !== '/' || !views.some(one => one.query === search)) ? 'page' : undefined}
                title={say(name)}
              >
                <Icon name={icon} />
                <span>{say(name)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {views.length > 0 && (
        <nav className="views" aria-label={say('views.own')}>
          <h2>{say('views.own')}</h2>
          <ul>
            {views.map(view => (
              <li key={view.name} className="view-line">
                <Link href={`/?${view.query}`} aria-current={path === '/' && search === view.query ? 'page' : undefined}>
                  {view.name}
                </Link>
                <Button
                  look="quiet"
                  icon="cross"
                  aria-label={say('views.forget', { name: view.name })}
                  onClick={() => forgetView(view.name)}
                />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

/** One box: a reference opens its complaint, anything else is searched for in the worklist. What is typed never stands in an address. */
function Search() {
  const say = useSay();
  const [, goTo] = useLocation();
  const box = useRef<HTMLInputElement>(null);
  const text = useSearchText();
  useOffer([{ id: 'search', keys: 'Slash', run: () => box.current?.focus() }]);
  return (
    <form
      className="search"
      role="search"
      onSubmit={event => {
        event.preventDefault();
        const wanted = text.trim().toUpperCase();
        if (/^R-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(wanted)) goTo(`/complaints/${wanted}`);
        else goTo('/');
      }}
    >
      <Icon name="search" />
      <input
        ref={box}
        className="input"
        type="search"
        value={text}
        aria-label={say('search')}
        placeholder={say('search')}
        onChange={event => cache.setQueryData(['search'], event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <kbd>/</kbd>
    </form>
  );
}

export function useSearchText(): string {
  return useQuery({
    queryKey: ['search'],
    queryFn: () => '',
    initialData: '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }).data;
}

const choices: [keyof Preferences, string[]][] = [
  ['language', ['en', 'lv', 'ru']],
  ['theme', ['system', 'light', 'dark']],
  ['density', ['comfortable', 'compact']],
];

function PreferencesMenu() {
  const say = useSay();
  const chosen = usePreferences();
  return (
    <Menu label={say('preferences')} icon="sliders">
      {() => (
        <>
          {choices.map(([name, values]) => (
            <fieldset key={name}>
              <h3>{say(name)}</h3>
              {values.map(value => (
                <button
                  key={value}
                  type="button"
                  className="menu-item"
                  role="menuitemradio"
                  aria-checked={chosen[name] === value}
                  lang={name === 'language' ? value : undefined}
                  onClick={() => preferences.set({ [name]: value, ...(name === 'language' ? { languageChosen: true } : {}) })}
                >
                  {chosen[name] === value ? <Icon name="tick" size={16} /> : <span style={{ width: 16 }} />}
                  {say(name === 'language' ? `languageName.${value}` : `${name}.${value}`)}
                </button>
              ))}
            </fieldset>
          ))}
          <h3>{say('keyboard')}</h3>
          <button
            type="button"
            className="menu-item"
            role="menuitemcheckbox"
            aria-checked={chosen.singleKeys}
            onClick={() => preferences.set({ singleKeys: !chosen.singleKeys })}
          >
            {chosen.singleKeys ? <Icon name="tick" size={16} /> : <span style={{ width: 16 }} />}
            {say('singleKeys')}
          </button>
        </>
      )}
    </Menu>
  );
}

function Person() {
  const say = useSay();
  const session = useSession();
  const name = useNameOf(session.staff_id, session.display_name);
  return (
    <Menu label={name} icon="person" face={<span className="wide">{name}</span>}>
      {close => (
        <>
          <h3>{name}</h3>
          <Link href="/account" className="menu-item" onClick={close}>
            <Icon name="key" size={16} />
            {say('account.title')}
          </Link>
          <button type="button" className="menu-item" onClick={() => void leave()}>
            <Icon name="lock" size={16} />
            {say('logOut')}
          </button>
        </>
      )}
    </Menu>
  );
}

/** Hears of what others do, and says so when nothing can be heard. */
function Connection() {
  const say = useSay();
  const list = useComplaints({});
  useChanges();
  if (list.failureCount === 0 || list.failureReason instanceof ProblemError) return null;
  return (
    <span className="connection" role="status">
      <Icon name="warning" />
      {say('connection.lost')}
    </span>
  );
}

/** After a step to another screen its heading has the focus, so that those who listen hear where they are. */
function useFocusOnHeading(path: string): void {
  const before = useRef(path);
  const heading = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const pressed = document.activeElement;
    let tries = 0;
    let next = 0;
    const look = () => {
      const found = document.querySelector<HTMLElement>('main h1');
      if (found && found !== heading.current) {
        heading.current = found;
        // A screen that has put the focus somewhere itself keeps it there; the link that led here is not such a place.
        const focused = found.closest('main')?.querySelector(':focus');
        if (!focused || focused === pressed) found.focus({ preventScroll: true });
      }
      // The screen before may stand for some frames more, and the next one may still be on its way.
      if (++tries < (found ? 60 : 600)) next = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(next);
  }, [path]);
}

export function Shell({ children }: { children: ReactNode }) {
  const say = useSay();
  const [path, goTo] = useLocation();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const session = useSession();
  const mayTakeIn = may(session, 'receive-complaint');
  useFocusOnHeading(path);
  const moves = usePlaces().map(([place, name, , keys]): Action => ({ id: name, keys, run: () => goTo(place) }));
  useOffer([
    ...moves,
    { id: 'palette', keys: 'Ctrl+KeyK', quiet: true, run: () => setOpen('palette') },
    { id: 'keys', keys: 'Shift+Slash', run: () => setOpen('keys') },
    { id: 'account', keys: 'KeyG KeyM', run: () => goTo('/account') },
    ...(mayTakeIn ? [{ id: 'newComplaint', keys: 'KeyC', run: () => goTo('/complaints/new') }] : []),
  ]);
  return (
    <div className="shell">
      <a href="#content" className="button primary skip">
        {say('skip')}
      </a>
      <Rail />
      <div className="main">
        <header className="top no-print">
          {may(session, 'read-complaints') && (
            <>
              <Search />
              <Connection />
            </>
          )}
          {mayTakeIn && (
            <Button icon="plus" onClick={() => goTo('/complaints/new')} aria-label={say('action.newComplaint')}>
              <span className="wide">{say('action.newComplaint')}</span>
            </Button>
          )}
          <PreferencesMenu />
          <Person />
        </header>
        <main id="content" className="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <HeldLetters />
      <Toasts />
      <Suspense>
        {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
        {open === 'keys' && <KeyHelp onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}
