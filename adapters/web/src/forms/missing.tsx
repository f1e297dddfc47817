// SPDX-License-Identifier: Apache-2.0
// What still stands in the way of a command, each with the way to mend it. Which command mends which reason is advice for the eye: what is allowed, the
// engine has said already.
import type { Complaint, Missing } from '../api/client';
import { useStaffName } from '../api/queries';
import { shortened, useFormComplaint } from './context';

export const mending: Record<string, string> = {
  NoHandler: 'assign-handler',
  NoAppointment: 'make-appointment',
  UnknownAppointment: 'make-appointment',
  NoPoints: 'define-points',
  NobodyHeard: 'request-statement',
  StatementsMissing: 'record-statement',
  NoFacts: 'record-fact',
  NoRootCause: 'record-root-cause',
  PointsUnanswered: 'conclude-investigation',
  NotHeardOut: 'record-hearing',
  IdentityNotConfirmed: 'confirm-identity',
  NoPromises: 'propose-remedy',
  NoOpenProposal: 'propose-remedy',
  NoProposalMade: 'propose-remedy',
  UnknownProposal: 'propose-remedy',
  ProposalOpen: 'record-answer',
  NoAcceptedProposal: 'record-answer',
  NoFinalResponse: 'draft-letter',
  UnknownLetter: 'draft-letter',
  PromisesOutstanding: 'keep-promise',
  ComplainantNotAsked: 'record-follow-up',
  NoLesson: 'add-preventive-action',
  UnknownAction: 'add-preventive-action',
  NoAddress: 'record-information',
  CopiesMissing: 'copy-letter',
};

/** Who and what the parts of a complaint are, by their identifiers. */
function partsOf(complaint: Complaint): Map<string, string> {
  return new Map([
    ...complaint.people_involved.map(one => [one.person, one.name] as const),
    ...complaint.points.map(one => [one.id, one.text] as const),
    ...complaint.promises.map(one => [one.id, one.what] as const),
    ...complaint.preventive_actions.map(one => [one.id, one.what] as const),
    ...complaint.holds.map(one => [one.id, one.what] as const),
  ]);
}

/** The engine names a part by its identifier, since nothing personal stands in what it refuses; whoever reads the complaint is told whose name it is. */
export function useMissingText(complaint: Complaint | null): (one: Pick<Missing, 'title' | 'subject'>) => string {
  const staffName = useStaffName();
  const parts = complaint ? partsOf(complaint) : null;
  return ({ title, subject }) => {
    const name = parts?.get(subject) ?? staffName(subject);
    return subject && name !== subject ? title.replace(`(${subject})`, `(${shortened(name)})`) : title;
  };
}

interface MissingProps {
  missing: Missing[];
  onGo: (command: string) => void;
  /** Whose it is; left out in a form, which knows. */
  complaint?: Complaint;
}

export function MissingList({ missing, onGo, complaint }: MissingProps) {
  const inForm = useFormComplaint();
  const textOf = useMissingText(complaint ?? inForm);
  return (
    <ul className="missing">
      {missing.map(one => {
        const command = mending[one.reason];
        return (
          <li key={one.reason + one.subject}>
            {command ? (
              <button type="button" className="link" onClick={() => onGo(command)}>
                {textOf(one)}
              </button>
            ) : (
              textOf(one)
            )}
          </li>
        );
      })}
    </ul>
  );
}
