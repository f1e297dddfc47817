// SPDX-License-Identifier: Apache-2.0
// What still stands in the way of a command, each with the way to mend it. Which command mends which reason is advice for the eye: what is allowed, the
// engine has said already.
import type { Missing } from '../api/client';

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

export function MissingList({ missing, onGo }: { missing: Missing[]; onGo: (command: string) => void }) {
  return (
    <ul className="missing">
      {missing.map(one => {
        const command = mending[one.reason];
        return (
          <li key={one.reason + one.subject}>
            {command ? (
              <button type="button" className="link" onClick={() => onGo(command)}>
                {one.title}
              </button>
            ) : (
              one.title
            )}
          </li>
        );
      })}
    </ul>
  );
}
