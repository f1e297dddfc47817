// SPDX-License-Identifier: Apache-2.0
import { giveByProgram, giveOnSomeDay, readByProgram, type Server } from './support';

/** Takes the English complaint to the drafted letter. */
export async function drafted(server: Server): Promise<string> {
  const { complaints } = await readByProgram(server, '/complaints?q=Emma');
  const reference: string = complaints[0].reference;
  const give = (name: string, fields: object = {}) => giveByProgram(server, reference, name, fields, 'staff-01');
  const onSomeDay = (name: string, fields: (day: string) => object) => giveOnSomeDay(server, reference, name, fields, 'staff-01');
  await give('assign-handler', { handler: 'staff-01' });
  await give('define-points', { points: ['Your sofa came with a tear.'] });
  await onSomeDay('make-appointment', day => ({ kind: 'call', at: `${day}T08:30:00Z` }));
  await give('acknowledge', { matter: 'Your sofa' });
  await give('begin-investigation');
  await give('request-statement', { name: 'Toms Liepa' });
  await give('record-statement', { person: 'person-1', text: 'It was not unwrapped before.' });
  await give('record-fact', { text: 'Nobody looked under the wrapping.', evidence: 'The list of that day.' });
  await give('record-root-cause', { category: 'handover', circumstance: 'Sofas leave the warehouse without being unwrapped.' });
  await give('conclude-investigation', {
    answers: [{ point: 'point-1', finding: 'upheld', explanation: 'It should have been looked at.' }],
  });
  await give('record-contact', { direction: 'out', channel: 'phone', summary: 'Heard out.' });
  await give('record-hearing', { desired_outcome: 'A whole sofa.' });
  await give('confirm-identity', { method: 'recorded-call' });
  await onSomeDay('propose-remedy', day => ({
    description: 'A whole sofa.',
    promises: [{ what: 'We bring a whole sofa.', owner: 'staff-01', by: day }],
  }));
  await give('record-answer', { proposal: 'proposal-1', answer: 'accept' });
  await give('agree-schedule');
  await give('add-preventive-action', { what: 'Every sofa is unwrapped and looked at before it leaves.' });
  await give('draft-letter', { kind: 'final-response', discussion: 'We talked by telephone.' });
  return `/complaints/${reference}/letters/letter-2`;
}
