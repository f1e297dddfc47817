// SPDX-License-Identifier: Apache-2.0

import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Worklist } from '../screens/worklist/worklist';
import { later } from './later';
import { may, SessionGate, useSession } from './session';
import { Shell } from './shell';
import { Zone } from './zone';

// The worklist is what everybody opens first; whatever comes after it is loaded when it is opened.
const ComplaintScreen = later(() => import('../screens/complaint/complaint').then(one => ({ default: one.ComplaintScreen })));
const LetterScreen = later(() => import('../screens/letter/letter').then(one => ({ default: one.LetterScreen })));
const NewComplaint = later(() => import('../screens/intake/new_complaint').then(one => ({ default: one.NewComplaint })));
const BoardScreen = later(() => import('../screens/board/board').then(one => ({ default: one.BoardScreen })));
const CalendarScreen = later(() => import('../screens/calendar/calendar').then(one => ({ default: one.CalendarScreen })));
const IntakeScreen = later(() => import('../screens/intake/intake').then(one => ({ default: one.IntakeScreen })));
const MailScreen = later(() => import('../screens/intake/mail').then(one => ({ default: one.MailScreen })));
const AuditScreen = later(() => import('../screens/audit/audit').then(one => ({ default: one.AuditScreen })));
const PeopleScreen = later(() => import('../screens/people/people').then(one => ({ default: one.PeopleScreen })));
const AccountScreen = later(() => import('../screens/account/account').then(one => ({ default: one.AccountScreen })));
const ReadingsScreen = later(() => import('../screens/audit/readings').then(one => ({ default: one.ReadingsScreen })));
const RolesScreen = later(() => import('../screens/rules/roles').then(one => ({ default: one.RolesScreen })));
const ProfilesScreen = later(() => import('../screens/rules/profiles').then(one => ({ default: one.ProfilesScreen })));
const ProfileScreen = later(() => import('../screens/rules/profile').then(one => ({ default: one.ProfileScreen })));
const LettersScreen = later(() => import('../screens/rules/letters').then(one => ({ default: one.LettersScreen })));
const UsersScreen = later(() => import('../screens/people/users').then(one => ({ default: one.UsersScreen })));

/** Whoever has nothing to do with complaints begins with the people. */
function Home() {
  return may(useSession(), 'read-complaints') ? <Worklist /> : <Redirect to="/people" />;
}

export function App() {
  return (
    <SessionGate>
      <Zone>
        <Shell>
          <Suspense fallback={<div className="empty" aria-busy="true" />}>
            <Switch>
              <Route path="/" component={Home} />
              <Route path="/complaints/new" component={NewComplaint} />
              <Route path="/complaints/:reference">{({ reference }) => <ComplaintScreen key={reference} reference={reference} />}</Route>
              <Route path="/complaints/:reference/letters/:letter">
                {({ reference, letter }) => <LetterScreen key={reference + letter} reference={reference} letter={letter} />}
              </Route>
              <Route path="/board" component={BoardScreen} />
              <Route path="/calendar" component={CalendarScreen} />
              <Route path="/intake" component={IntakeScreen} />
              <Route path="/intake/:id">{({ id }) => <MailScreen key={id} id={id} />}</Route>
              <Route path="/audit">
                <AuditScreen />
              </Route>
              <Route path="/audit/readings" component={ReadingsScreen} />
              <Route path="/audit/:reference">{({ reference }) => <AuditScreen key={reference} reference={reference} />}</Route>
              <Route path="/people" component={PeopleScreen} />
              <Route path="/people/users" component={UsersScreen} />
              <Route path="/account" component={AccountScreen} />
              <Route path="/rules" component={RolesScreen} />
              <Route path="/rules/profiles" component={ProfilesScreen} />
              <Route path="/rules/profiles/:name">{({ name }) => <ProfileScreen key={name} name={name} />}</Route>
              <Route path="/rules/letters" component={LettersScreen} />
              <Route>
                <Redirect to="/" />
              </Route>
            </Switch>
          </Suspense>
        </Shell>
      </Zone>
    </SessionGate>
  );
}
