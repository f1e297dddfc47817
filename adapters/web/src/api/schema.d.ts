// SPDX-License-Identifier: Apache-2.0
// Made by scripts/types.mjs. Do not edit.
export interface paths {
    "/api/v1/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List complaints */
        get: operations["list-complaints"];
        put?: never;
        /** Take a complaint in */
        post: operations["receive-complaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a complaint */
        get: operations["read-complaint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the history of a complaint */
        get: operations["read-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a letter in the form asked for */
        get: operations["read-letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/letters/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what stands in a letter's way */
        get: operations["review-a-letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/letters/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the versions of a letter */
        get: operations["read-letter-versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/letters/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what changed between two versions of a letter */
        get: operations["read-letter-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/receive-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in a further message */
        post: operations["receive-message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/ask-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask at the registered address */
        post: operations["ask-identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/confirm-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm who the complainant is */
        post: operations["confirm-identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge the complaint */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/define-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Define the points of complaint */
        post: operations["define-points"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/assign-handler": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign a handler */
        post: operations["assign-handler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/make-appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an appointment */
        post: operations["make-appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/change-appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move an appointment */
        post: operations["change-appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/cancel-appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an appointment */
        post: operations["cancel-appointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a contact */
        post: operations["record-contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/begin-investigation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the investigation */
        post: operations["begin-investigation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/request-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask someone involved for their view */
        post: operations["request-statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a statement */
        post: operations["record-statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-fact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a fact */
        post: operations["record-fact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-root-cause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the root cause */
        post: operations["record-root-cause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/conclude-investigation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conclude the investigation */
        post: operations["conclude-investigation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-hearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the complainant was heard out */
        post: operations["record-hearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/propose-remedy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a remedy */
        post: operations["propose-remedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the complainant's answer */
        post: operations["record-answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/agree-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree the schedule */
        post: operations["agree-schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/conclude-without-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conclude without agreement */
        post: operations["conclude-without-agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/draft-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft a letter */
        post: operations["draft-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/review-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass a letter as reviewed */
        post: operations["review-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/return-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a letter with remarks */
        post: operations["return-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/approve-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a letter */
        post: operations["approve-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/send-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter */
        post: operations["send-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/copy-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy the people involved */
        post: operations["copy-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-copy-read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a copy was read */
        post: operations["record-copy-read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/post-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter by post as well */
        post: operations["post-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/keep-promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a promise was kept */
        post: operations["keep-promise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/amend-promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree a new date for a promise */
        post: operations["amend-promise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/release-promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the complainant released us from a promise */
        post: operations["release-promise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record whether it put things right */
        post: operations["record-follow-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/add-preventive-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a preventive action, or say why there is none */
        post: operations["add-preventive-action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/agree-preventive-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree who carries a preventive action out */
        post: operations["agree-preventive-action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/complete-preventive-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a preventive action is done */
        post: operations["complete-preventive-action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/assess-preventive-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record whether a preventive action works */
        post: operations["assess-preventive-action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the complaint */
        post: operations["close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Escalate to the next level */
        post: operations["escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/ask-complainant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the complainant for information */
        post: operations["ask-complainant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/record-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the complainant told us */
        post: operations["record-information"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a deadline */
        post: operations["extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/hold-adverse-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a suspension, debt or fee */
        post: operations["hold-adverse-action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/lift-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a hold */
        post: operations["lift-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/add-note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a note */
        post: operations["add-note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach a file */
        post: operations["attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/name-staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a member of staff complained about */
        post: operations["name-staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody read whom the complaint is about */
        post: operations["break-glass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the complainant withdrew */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge into another complaint */
        post: operations["merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/refer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refer to another organisation */
        post: operations["refer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/commands/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen the complaint */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a mail in */
        post: operations["deliver-mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of mail that came in */
        get: operations["read-intake"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one mail that came in, as far as it can be read */
        get: operations["read-mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download one mail that came in, byte for byte */
        get: operations["download-mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a mail in quarantine as a complaint */
        post: operations["release-mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** File a mail in quarantine to a complaint */
        post: operations["file-mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that nobody need act on a mail in quarantine */
        post: operations["discard-mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{id}/files/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file that came with a mail */
        get: operations["download-file-of-mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which files came with the mails of a complaint */
        get: operations["read-files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/files/{mail}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file that came with a mail of a complaint */
        get: operations["download-file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who works here, and by which calendar */
        get: operations["read-organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what did not go out */
        get: operations["read-outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hear of changes */
        get: operations["listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the appointments of a member of staff */
        get: operations["read-calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this description */
        get: operations["describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask who one is and what one may do */
        get: operations["read-session"];
        put?: never;
        /** Log in */
        post: operations["log-in"];
        /** Log out */
        delete: operations["log-out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's password */
        post: operations["change-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first administrator of a node that has no users */
        post: operations["make-first-administrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the users */
        get: operations["list-users"];
        put?: never;
        /** Add a user, or without a password a program */
        post: operations["add-user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a user */
        patch: operations["change-user"];
        trace?: never;
    };
    "/api/v1/users/{name}/log-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read when a user logged in, or tried to */
        get: operations["read-log-ins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's tokens */
        get: operations["list-tokens"];
        put?: never;
        /** Make a token for a program */
        post: operations["add-token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a token back */
        delete: operations["remove-token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody has a complaint before them */
        post: operations["note-presence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who read what */
        get: operations["read-readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log-in-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask how one may log in beside name and password */
        get: operations["read-log-in-ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the identity provider */
        get: operations["begin-log-in-by-provider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/provider/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from the identity provider */
        get: operations["end-log-in-by-provider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List as whom identity providers know a user */
        get: operations["list-identities"];
        put?: never;
        /** Link a user to an identity */
        post: operations["link-identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an identity from a user */
        delete: operations["unlink-identity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what each role may do */
        get: operations["list-roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the profiles */
        get: operations["list-profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a profile */
        get: operations["read-profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{name}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Try a profile on a complaint that came in at a moment */
        get: operations["try-profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{reference}/profiles/{name}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Try a profile on a complaint, changing nothing */
        get: operations["try-profile-on-complaint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the templates of letters */
        get: operations["list-letter-templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-templates/{language}/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a template of letters as it was written */
        get: operations["read-letter-template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether the node lives */
        get: operations["is-alive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether the node can work */
        get: operations["is-ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the node's figures */
        get: operations["read-figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @enum {string} */
            refusal?: "UnknownComplaint" | "UnknownCommand" | "MalformedCommand" | "StaleVersion" | "KeyUsedForAnotherCommand" | "OnlyTheClock" | "NotAtThisStage" | "UnknownStaff" | "UnknownPerson" | "UnknownPoint" | "UnknownProposal" | "UnknownPromise" | "UnknownLetter" | "UnknownAction" | "UnknownHold" | "UnknownAppointment" | "UnknownTarget" | "UnknownSituation" | "ConflictOfInterest" | "NoHandler" | "NoAppointment" | "AppointmentInThePast" | "AppointmentOutsideWorkingTime" | "NoPoints" | "NobodyHeard" | "StatementsMissing" | "NoFacts" | "NoRootCause" | "CauseNamesAPerson" | "PointsUnanswered" | "NotHeardOut" | "IdentityNotConfirmed" | "NoPromises" | "PromiseInThePast" | "PromiseOutsideWorkingTime" | "ProposalOpen" | "NoOpenProposal" | "NoAcceptedProposal" | "NoProposalMade" | "NoFinalResponse" | "LetterNotReady" | "WrongLetterKind" | "ScheduleDiffers" | "NoAddress" | "CopiesMissing" | "NoCopyRecipient" | "AlreadyCopied" | "NoSuchCopy" | "LetterOnItsWay" | "PromisesOutstanding" | "ComplainantNotAsked" | "NoLesson" | "NothingToExtend" | "ExtensionNotProvided" | "OwnerAway" | "OverAuthority" | "ExtensionsUsedUp" | "ExtensionTooLong" | "HoldAlreadyLifted" | "AlreadyAtTheTop" | "SameHandler" | "DeadlineNotRunning" | "MergeIntoItself" | "FileTooLarge" | "NotTheSignatory" | "NobodyToAsk" | "WrongCode" | "AlreadyNamed" | "NotExcluded" | "SecondPersonNeeded" | "PointLeftOut" | "ContentsMissing" | "PlaceholderLeft" | "DateNotPromised" | "AmountNotPromised" | "WordingMustChange" | "WordingShouldChange" | "ApproverIsDrafter" | "RecipientChanged" | "LetterStateForbids" | "PromiseStateForbids" | "ActionStateForbids" | "WaitingForbids";
            missing?: {
                /** @enum {string} */
                reason: "UnknownComplaint" | "UnknownCommand" | "MalformedCommand" | "StaleVersion" | "KeyUsedForAnotherCommand" | "OnlyTheClock" | "NotAtThisStage" | "UnknownStaff" | "UnknownPerson" | "UnknownPoint" | "UnknownProposal" | "UnknownPromise" | "UnknownLetter" | "UnknownAction" | "UnknownHold" | "UnknownAppointment" | "UnknownTarget" | "UnknownSituation" | "ConflictOfInterest" | "NoHandler" | "NoAppointment" | "AppointmentInThePast" | "AppointmentOutsideWorkingTime" | "NoPoints" | "NobodyHeard" | "StatementsMissing" | "NoFacts" | "NoRootCause" | "CauseNamesAPerson" | "PointsUnanswered" | "NotHeardOut" | "IdentityNotConfirmed" | "NoPromises" | "PromiseInThePast" | "PromiseOutsideWorkingTime" | "ProposalOpen" | "NoOpenProposal" | "NoAcceptedProposal" | "NoProposalMade" | "NoFinalResponse" | "LetterNotReady" | "WrongLetterKind" | "ScheduleDiffers" | "NoAddress" | "CopiesMissing" | "NoCopyRecipient" | "AlreadyCopied" | "NoSuchCopy" | "LetterOnItsWay" | "PromisesOutstanding" | "ComplainantNotAsked" | "NoLesson" | "NothingToExtend" | "ExtensionNotProvided" | "OwnerAway" | "OverAuthority" | "ExtensionsUsedUp" | "ExtensionTooLong" | "HoldAlreadyLifted" | "AlreadyAtTheTop" | "SameHandler" | "DeadlineNotRunning" | "MergeIntoItself" | "FileTooLarge" | "NotTheSignatory" | "NobodyToAsk" | "WrongCode" | "AlreadyNamed" | "NotExcluded" | "SecondPersonNeeded" | "PointLeftOut" | "ContentsMissing" | "PlaceholderLeft" | "DateNotPromised" | "AmountNotPromised" | "WordingMustChange" | "WordingShouldChange" | "ApproverIsDrafter" | "RecipientChanged" | "LetterStateForbids" | "PromiseStateForbids" | "ActionStateForbids" | "WaitingForbids";
                subject: string;
                title: string;
                place: {
                    paragraph: number;
                    start: number;
                    end: number;
                } | null;
            }[];
            current_version?: number;
            correlation?: string;
        };
        Answer: {
            reference: string;
            /** @enum {string} */
            stage: "Received" | "Acknowledged" | "Investigating" | "Discussing" | "Agreed" | "LetterSent" | "FollowingUp" | "Closed" | "NotAgreed" | "Withdrawn" | "Merged" | "Referred";
            version: number;
            events: string[];
        };
        Complaint: {
            reference: string;
            /** @enum {string} */
            channel: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            profile: string;
            calendar: string;
            situation: string | null;
            situation_guide: {
                /** @description story and situation */
                name: string;
                /** @description the question as it is asked */
                question: string;
                /** @description what they really want to know */
                interest: string;
                /** @description what to have ready */
                evidence?: string[];
                /** @description what is likely to be asked next */
                next_questions?: string[];
            } | null;
            complainant: {
                /** @description full name, as they gave it */
                name: string;
                /** @description e-mail address; empty when they gave none */
                email?: string;
                /** @description telephone number; empty when they gave none */
                phone?: string;
                /** @description lines of the postal address */
                postal_address?: string[];
                /** @description how they wish to be addressed; empty for the neutral form */
                salutation?: string;
            };
            narrative: string;
            desired_outcome: string | null;
            evidence: string[];
            public: {
                /** @description where it stands */
                url: string;
                /** @description how many people it reaches */
                reach: number;
            } | null;
            concerns_staff: string[];
            /** Format: date-time */
            received_at: string;
            mail: string | null;
            possibly_about: string | null;
            authentication: {
                /**
                 * @description whether the server it came from may send for its return path
                 * @enum {string}
                 */
                spf: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether a domain signed it, and nobody changed it since
                 * @enum {string}
                 */
                dkim: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether one of the two holds for the sender that people see
                 * @enum {string}
                 */
                dmarc: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
            } | null;
            acknowledgement_withheld: ("no-address" | "language-unknown" | "sender-not-authenticated" | "may-belong-to-another" | "sender-acknowledged-today" | "domain-acknowledged-often" | "nobody-free") | null;
        } & {
            reach: number;
            severity: ("slight" | "serious" | "grave") | null;
            /** @enum {string} */
            urgency: "normal" | "high" | "highest";
            /** @enum {string} */
            stage: "Received" | "Acknowledged" | "Investigating" | "Discussing" | "Agreed" | "LetterSent" | "FollowingUp" | "Closed" | "NotAgreed" | "Withdrawn" | "Merged" | "Referred";
            version: number;
            /** @enum {string} */
            waiting: "NotWaiting" | "WaitingForComplainant";
            waiting_since: string | null;
            /** @enum {string} */
            escalation: "NotEscalated" | "Supervisor" | "Executive" | "ExternalBody";
            handler: {
                id: string;
                name: string;
            } | null;
            identity_confirmed: boolean;
            account: string | null;
            identity_candidates: {
                /** @description how the books call the account */
                account: string;
                /** @description name in the books */
                name: string;
                /** @description the registered address we would ask at */
                address?: string;
                /** @description the member of staff responsible for them */
                account_manager?: string;
                /** @description how much speaks for it, 1 to 100 */
                score: number;
                /** @description what speaks for it */
                signs?: ("address" | "earlier-complaint" | "number" | "phone" | "domain" | "name" | "signature")[];
                /** @description what speaks against believing the signs */
                doubts?: "sender-not-authenticated"[];
            }[];
            identity_asked_at: string | null;
            reopening_asked: boolean;
            apology_due: boolean;
            outcome: ("resolved" | "resolved-in-part" | "final-position-given") | null;
            satisfaction: ("put-right" | "partly-put-right" | "not-put-right" | "no-answer") | null;
            final_position: string;
            prevention_ruled_out: boolean;
            merged_into: string | null;
            notes: number;
            attachments: number;
            effort: {
                contacts: number;
                contacts_in: number;
                contacts_out: number;
                appointments: number;
                transfers: number;
                questions: number;
                repetitions: number;
                extensions: number;
                days_waited: number;
            };
        } & {
            points: {
                id: string;
                text: string;
                finding: ("upheld" | "partly-upheld" | "not-upheld") | null;
                explanation: string;
            }[];
            appointments: {
                id: string;
                /** @enum {string} */
                kind: "call" | "meeting";
                /** Format: date-time */
                at: string;
                zone: string;
                with: string;
                changes: number;
                cancelled: boolean;
            }[];
            contacts: {
                /** @enum {string} */
                direction: "in" | "out";
                /** @enum {string} */
                channel: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
                /** Format: date-time */
                at: string;
                by: string;
                summary: string;
            }[];
            mails: string[];
            people_involved: {
                person: string;
                name: string;
                email: string;
                role: string;
                heard: boolean;
            }[];
            facts: {
                id: string;
                text: string;
                evidence: string;
            }[];
            root_cause: {
                category: string;
                circumstance: string;
            } | null;
            hearing: {
                desired_outcome: string;
                summary: string;
            } | null;
            proposals: {
                id: string;
                description: string;
                compensation: {
                    /** @description the amount in the smallest unit of the currency */
                    minor_units: number;
                    /** @description ISO 4217 code */
                    currency: string;
                } | null;
                goodwill: string;
                answer: ("accept" | "decline" | "counter") | null;
            }[];
            promises: {
                id: string;
                proposal: string;
                /** @enum {string} */
                state: "Proposed" | "Agreed" | "Due" | "Kept" | "Missed" | "Amended" | "Released";
                what: string;
                owner: string;
                /** Format: date */
                by: string;
                earlier: string[];
                evidence: string;
            }[];
            letters: {
                id: string;
                /** @enum {string} */
                kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
                /** @enum {string} */
                state: "Drafted" | "Reviewed" | "Approved" | "Queued" | "Accepted" | "Bounced";
                subject: string;
                /** @enum {string} */
                language: "en" | "lv" | "ru";
                drafted_by: string;
                signed_by: string | null;
                drafts: number;
                copies: {
                    recipient: string;
                    /** @enum {string} */
                    state: "Drafted" | "Reviewed" | "Approved" | "Queued" | "Accepted" | "Bounced";
                    version: number;
                    withheld: ("address" | "goodwill" | "schedule")[];
                    read_at: string | null;
                    learned: string;
                }[];
                links: {
                    self: string;
                };
            }[];
            preventive_actions: {
                id: string;
                /** @enum {string} */
                state: "Proposed" | "Agreed" | "Done" | "FoundEffective" | "FoundIneffective";
                what: string;
                kind: ("training" | "repair" | "information" | "rule-change") | null;
                owner: string;
                by: string | null;
            }[];
            holds: {
                id: string;
                what: string;
                systems: string[];
                lifted: boolean;
            }[];
            deadlines: {
                name: string;
                title: string;
                promise: string | null;
                /** Format: date-time */
                due_at: string;
                /** Format: date-time */
                warn_at: string;
                /** @enum {string} */
                state: "running" | "paused" | "met" | "passed" | "cancelled";
                warned: boolean;
                owed: boolean;
                settled: boolean;
                because: {
                    /**
                     * @description what was done
                     * @enum {string}
                     */
                    step: "started" | "opened" | "counted" | "first-day" | "days-off" | "extra-day" | "moved" | "ends-at" | "paused" | "extended" | "promised" | "provisional";
                    /**
                     * Format: date-time
                     * @description the moment it speaks of
                     */
                    at: string;
                    /**
                     * Format: date-time
                     * @description where it ends, or the day it leads to
                     */
                    until?: string;
                    /** @description how many units, or minutes of a pause */
                    amount: number;
                    /** @description of what */
                    unit: string;
                    /** @description the working calendar used */
                    calendar: string;
                    text?: string;
                }[];
                because_text: string;
            }[];
            permitted_commands: {
                name: string;
                title: string;
                ready: boolean;
                missing: {
                    /** @enum {string} */
                    reason: "UnknownComplaint" | "UnknownCommand" | "MalformedCommand" | "StaleVersion" | "KeyUsedForAnotherCommand" | "OnlyTheClock" | "NotAtThisStage" | "UnknownStaff" | "UnknownPerson" | "UnknownPoint" | "UnknownProposal" | "UnknownPromise" | "UnknownLetter" | "UnknownAction" | "UnknownHold" | "UnknownAppointment" | "UnknownTarget" | "UnknownSituation" | "ConflictOfInterest" | "NoHandler" | "NoAppointment" | "AppointmentInThePast" | "AppointmentOutsideWorkingTime" | "NoPoints" | "NobodyHeard" | "StatementsMissing" | "NoFacts" | "NoRootCause" | "CauseNamesAPerson" | "PointsUnanswered" | "NotHeardOut" | "IdentityNotConfirmed" | "NoPromises" | "PromiseInThePast" | "PromiseOutsideWorkingTime" | "ProposalOpen" | "NoOpenProposal" | "NoAcceptedProposal" | "NoProposalMade" | "NoFinalResponse" | "LetterNotReady" | "WrongLetterKind" | "ScheduleDiffers" | "NoAddress" | "CopiesMissing" | "NoCopyRecipient" | "AlreadyCopied" | "NoSuchCopy" | "LetterOnItsWay" | "PromisesOutstanding" | "ComplainantNotAsked" | "NoLesson" | "NothingToExtend" | "ExtensionNotProvided" | "OwnerAway" | "OverAuthority" | "ExtensionsUsedUp" | "ExtensionTooLong" | "HoldAlreadyLifted" | "AlreadyAtTheTop" | "SameHandler" | "DeadlineNotRunning" | "MergeIntoItself" | "FileTooLarge" | "NotTheSignatory" | "NobodyToAsk" | "WrongCode" | "AlreadyNamed" | "NotExcluded" | "SecondPersonNeeded" | "PointLeftOut" | "ContentsMissing" | "PlaceholderLeft" | "DateNotPromised" | "AmountNotPromised" | "WordingMustChange" | "WordingShouldChange" | "ApproverIsDrafter" | "RecipientChanged" | "LetterStateForbids" | "PromiseStateForbids" | "ActionStateForbids" | "WaitingForbids";
                    subject: string;
                    title: string;
                    place: {
                        paragraph: number;
                        start: number;
                        end: number;
                    } | null;
                }[];
            }[];
        };
        ComplaintRow: {
            reference: string;
            /** @enum {string} */
            stage: "Received" | "Acknowledged" | "Investigating" | "Discussing" | "Agreed" | "LetterSent" | "FollowingUp" | "Closed" | "NotAgreed" | "Withdrawn" | "Merged" | "Referred";
            version: number;
            /** @enum {string} */
            channel: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            handler: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            waiting: "NotWaiting" | "WaitingForComplainant";
            /** @enum {string} */
            escalation: "NotEscalated" | "Supervisor" | "Executive" | "ExternalBody";
            complainant_name: string;
            /** Format: date-time */
            received_at: string;
            next_due_at: string | null;
        };
        ComplaintList: {
            complaints: components["schemas"]["ComplaintRow"][];
            next: string | null;
        };
        History: {
            leaves: {
                leaf: Record<string, never>;
                disclosures: string[];
            }[];
            events: {
                sequence: number;
                /** Format: date-time */
                at: string;
                type: string;
                actor: Record<string, never>;
                data: Record<string, never>;
            }[];
        };
        Letter: {
            /**
             * @description what kind of letter
             * @enum {string}
             */
            kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
            /**
             * @description the letter's language
             * @enum {string}
             */
            language: "en" | "lv" | "ru";
            /** @description name and address of the organisation */
            letterhead?: string[];
            /** @description the date in words */
            date: string;
            /** @description the reference */
            reference_line: string;
            /** @description the recipient's address */
            inside_address?: string[];
            /** @description the opening */
            salutation: string;
            /** @description the subject */
            subject: string;
            /** @description the paragraphs */
            body?: {
                /**
                 * @description the block of the answer it belongs to
                 * @enum {string}
                 */
                block: "greeting" | "joining" | "help" | "care" | "apology" | "goodwill" | "open-door" | "schedule";
                /** @description one paragraph */
                text: string;
                /** @description the point of complaint it answers */
                point?: string;
                /** @description what a regime may ask for and this paragraph says */
                states?: ("decision" | "reasons" | "remedy" | "right-to-refer" | "referral-body" | "referral-time-limit" | "named-handler" | "next-steps" | "reference" | "points-of-complaint" | "deadline" | "apology" | "delay-reason")[];
            }[];
            /** @description the heads of the schedule's columns */
            schedule_heading?: string[];
            /** @description the promises, a row each */
            schedule?: {
                /** @description the promise this row states; empty outside a complaint */
                promise?: string;
                /** @description what will happen */
                what: string;
                /** @description who does it */
                who: string;
                /**
                 * Format: date
                 * @description the last day on which it is in time
                 */
                by: string;
            }[];
            /** @description the complimentary close */
            close: string;
            /** @description who signs */
            signature?: string[];
            /** @description who gets a copy */
            copies?: string[];
            /**
             * Format: date
             * @description the date, for programs
             */
            dated?: string;
            /** @description which letter this one answers */
            in_reply_to?: string;
            /** @description what is enclosed */
            enclosures?: string[];
            /** @description the days it was drafted to state besides the schedule */
            days?: string[];
        };
        LetterReview: {
            ready: boolean;
            missing: {
                /** @enum {string} */
                reason: "UnknownComplaint" | "UnknownCommand" | "MalformedCommand" | "StaleVersion" | "KeyUsedForAnotherCommand" | "OnlyTheClock" | "NotAtThisStage" | "UnknownStaff" | "UnknownPerson" | "UnknownPoint" | "UnknownProposal" | "UnknownPromise" | "UnknownLetter" | "UnknownAction" | "UnknownHold" | "UnknownAppointment" | "UnknownTarget" | "UnknownSituation" | "ConflictOfInterest" | "NoHandler" | "NoAppointment" | "AppointmentInThePast" | "AppointmentOutsideWorkingTime" | "NoPoints" | "NobodyHeard" | "StatementsMissing" | "NoFacts" | "NoRootCause" | "CauseNamesAPerson" | "PointsUnanswered" | "NotHeardOut" | "IdentityNotConfirmed" | "NoPromises" | "PromiseInThePast" | "PromiseOutsideWorkingTime" | "ProposalOpen" | "NoOpenProposal" | "NoAcceptedProposal" | "NoProposalMade" | "NoFinalResponse" | "LetterNotReady" | "WrongLetterKind" | "ScheduleDiffers" | "NoAddress" | "CopiesMissing" | "NoCopyRecipient" | "AlreadyCopied" | "NoSuchCopy" | "LetterOnItsWay" | "PromisesOutstanding" | "ComplainantNotAsked" | "NoLesson" | "NothingToExtend" | "ExtensionNotProvided" | "OwnerAway" | "OverAuthority" | "ExtensionsUsedUp" | "ExtensionTooLong" | "HoldAlreadyLifted" | "AlreadyAtTheTop" | "SameHandler" | "DeadlineNotRunning" | "MergeIntoItself" | "FileTooLarge" | "NotTheSignatory" | "NobodyToAsk" | "WrongCode" | "AlreadyNamed" | "NotExcluded" | "SecondPersonNeeded" | "PointLeftOut" | "ContentsMissing" | "PlaceholderLeft" | "DateNotPromised" | "AmountNotPromised" | "WordingMustChange" | "WordingShouldChange" | "ApproverIsDrafter" | "RecipientChanged" | "LetterStateForbids" | "PromiseStateForbids" | "ActionStateForbids" | "WaitingForbids";
                subject: string;
                title: string;
                place: {
                    paragraph: number;
                    start: number;
                    end: number;
                } | null;
            }[];
            text: string;
            wording: {
                /** @description what should change, in the order of the text */
                findings?: {
                    /** @description first byte of the phrase in the text as UTF-8 */
                    start: number;
                    /** @description first byte after the phrase */
                    end: number;
                    /** @description line on which the phrase begins, from 1 */
                    line: number;
                    /** @description name of the rule, as in sorry-if */
                    rule: string;
                    /**
                     * @description what kind of fault it is
                     * @enum {string}
                     */
                    class: "company-first" | "blame-moved" | "excuse" | "conditional-apology" | "empty-regret" | "formalism" | "internal-kitchen" | "vague-promise" | "passive-for-us" | "patronising" | "threat" | "readability";
                    /**
                     * @description must: may not go out; should: may stand with a reason on record
                     * @enum {string}
                     */
                    severity: "must" | "should" | "advice";
                    /** @description why it reads badly, in the language of the text */
                    why: string;
                    /** @description better wording, in the language of the text */
                    suggestion: string;
                }[];
                /** @description how hard the text is to read */
                readability: {
                    /** @description sentences that were counted */
                    sentences: number;
                    /** @description words in them */
                    words: number;
                    /** @description words to a sentence */
                    average_sentence_words: number;
                    /** @description words of the longest sentence */
                    longest_sentence_words: number;
                    /**
                     * @description the published formula of the index
                     * @enum {string}
                     */
                    index_name: "flesch-reading-ease" | "lix" | "flesch-oborneva";
                    /** @description value of the index */
                    index: number;
                };
            };
        };
        LetterVersions: {
            versions: {
                version: number;
                /** Format: date-time */
                at: string;
                by: string;
                document: {
                    /**
                     * @description what kind of letter
                     * @enum {string}
                     */
                    kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
                    /**
                     * @description the letter's language
                     * @enum {string}
                     */
                    language: "en" | "lv" | "ru";
                    /** @description name and address of the organisation */
                    letterhead?: string[];
                    /** @description the date in words */
                    date: string;
                    /** @description the reference */
                    reference_line: string;
                    /** @description the recipient's address */
                    inside_address?: string[];
                    /** @description the opening */
                    salutation: string;
                    /** @description the subject */
                    subject: string;
                    /** @description the paragraphs */
                    body?: {
                        /**
                         * @description the block of the answer it belongs to
                         * @enum {string}
                         */
                        block: "greeting" | "joining" | "help" | "care" | "apology" | "goodwill" | "open-door" | "schedule";
                        /** @description one paragraph */
                        text: string;
                        /** @description the point of complaint it answers */
                        point?: string;
                        /** @description what a regime may ask for and this paragraph says */
                        states?: ("decision" | "reasons" | "remedy" | "right-to-refer" | "referral-body" | "referral-time-limit" | "named-handler" | "next-steps" | "reference" | "points-of-complaint" | "deadline" | "apology" | "delay-reason")[];
                    }[];
                    /** @description the heads of the schedule's columns */
                    schedule_heading?: string[];
                    /** @description the promises, a row each */
                    schedule?: {
                        /** @description the promise this row states; empty outside a complaint */
                        promise?: string;
                        /** @description what will happen */
                        what: string;
                        /** @description who does it */
                        who: string;
                        /**
                         * Format: date
                         * @description the last day on which it is in time
                         */
                        by: string;
                    }[];
                    /** @description the complimentary close */
                    close: string;
                    /** @description who signs */
                    signature?: string[];
                    /** @description who gets a copy */
                    copies?: string[];
                    /**
                     * Format: date
                     * @description the date, for programs
                     */
                    dated?: string;
                    /** @description which letter this one answers */
                    in_reply_to?: string;
                    /** @description what is enclosed */
                    enclosures?: string[];
                    /** @description the days it was drafted to state besides the schedule */
                    days?: string[];
                };
                returned: {
                    by: string;
                    remarks: string;
                } | null;
            }[];
        };
        LetterChanges: {
            from: number;
            to: number;
            changes: {
                /** @description which part of the letter */
                part: string;
                /**
                 * @description whether the part as a whole was kept, removed or added
                 * @enum {string}
                 */
                kind: "kept" | "removed" | "added";
                /** @description its words, in order */
                runs?: {
                    /**
                     * @description kept, removed or added
                     * @enum {string}
                     */
                    kind: "kept" | "removed" | "added";
                    /** @description the words, with the blanks after them */
                    text: string;
                }[];
            }[];
        };
        MailAccepted: {
            id: string;
        };
        Intake: {
            received: number;
            filed: number;
            quarantined: number;
            undecided: number;
            waiting: number;
            entries: components["schemas"]["MailEntry"][];
            next: string | null;
        };
        MailEntry: {
            id: string;
            inlet: string;
            /** Format: date-time */
            received_at: string;
            sha256: string;
            size: number;
            /** @enum {string} */
            state: "filed" | "quarantined";
            reference?: string;
            reason?: string;
            decision?: {
                /** @enum {string} */
                verdict: "released" | "filed" | "discarded";
                by: string;
                /** Format: date-time */
                at: string;
                reason: string;
            };
            authentication: {
                /**
                 * @description whether the server it came from may send for its return path
                 * @enum {string}
                 */
                spf: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether a domain signed it, and nobody changed it since
                 * @enum {string}
                 */
                dkim: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether one of the two holds for the sender that people see
                 * @enum {string}
                 */
                dmarc: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
            };
            acknowledged: boolean;
        };
        Mail: {
            id: string;
            /** @enum {string} */
            state: "filed" | "quarantined" | "waiting";
            reading?: {
                /**
                 * @description what kind of mail
                 * @enum {string}
                 */
                class: "message" | "auto-reply" | "bounce" | "report" | "list";
                /** @description the sender */
                from: {
                    /** @description display name; may be empty */
                    name: string;
                    /** @description address */
                    address: string;
                };
                /** @description recipients */
                to?: {
                    /** @description display name; may be empty */
                    name: string;
                    /** @description address */
                    address: string;
                }[];
                /** @description recipients of copies */
                cc?: {
                    /** @description display name; may be empty */
                    name: string;
                    /** @description address */
                    address: string;
                }[];
                /** @description subject */
                subject: string;
                /**
                 * Format: date-time
                 * @description date, as stated
                 */
                date?: string;
                /** @description the text */
                text: string;
                /** @description what the person wrote now */
                visible_reply: string;
                /** @description the rest of the text: quotation and signature */
                folded_text: string;
                /** @description the HTML part as plain text */
                html_text: string;
                /** @description attachments */
                attachments?: {
                    /** @description file name; may be empty */
                    name: string;
                    /** @description media type */
                    type: string;
                    /** @description size in bytes, decoded */
                    size: number;
                }[];
                /**
                 * @description language of the text
                 * @enum {string}
                 */
                language?: "en" | "lv" | "ru";
                /** @description identifier given by the sender's program */
                message_id: string;
                /** @description identifiers of the mails it answers */
                answers?: string[];
                /** @description why nobody should act on it unseen; empty when nothing speaks against it */
                doubt: string;
                /** @description of a bounce: identifier of the mail it is about */
                original_message_id: string;
                /** @description of a bounce: how it fared with each recipient */
                deliveries?: {
                    /** @description address of the recipient; may be empty */
                    recipient: string;
                    /**
                     * @description whether the letter failed, is delayed or was delivered
                     * @enum {string}
                     */
                    fate: "failed" | "delayed" | "delivered";
                    /** @description status code; may be empty */
                    status: string;
                    /** @description what the other server said; may be empty */
                    explanation: string;
                }[];
                /** @description what our own mail server says of the sender */
                authentication: {
                    /**
                     * @description whether the server it came from may send for its return path
                     * @enum {string}
                     */
                    spf: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                    /**
                     * @description whether a domain signed it, and nobody changed it since
                     * @enum {string}
                     */
                    dkim: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                    /**
                     * @description whether one of the two holds for the sender that people see
                     * @enum {string}
                     */
                    dmarc: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                };
            } | null;
            unreadable?: string;
        };
        MailDecision: {
            reason: string;
            reference?: string;
            name?: string;
            email?: string;
            narrative?: string;
        };
        Files: {
            files: {
                mail: string;
                number: number;
                name: string;
                type: string;
                size: number;
                links: {
                    self: string;
                };
            }[];
            unreadable: string[];
        };
        Outbox: {
            waiting: number;
            incidents: {
                id: string;
                reference: string;
                letter: string;
                recipient: string | null;
                /** @enum {string} */
                route: "mail" | "print" | "webhook";
                attempts: number;
                /** Format: date-time */
                due_at: string;
                last_reply: string;
            }[];
        };
        Organisation: {
            name: string;
            calendar: string;
            zone: string;
            profile: string;
            situations: string[];
            staff: {
                id: string;
                name: string;
                title: string;
                line_manager: string | null;
                away: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    until: string;
                }[];
            }[];
        };
        LogIn: {
            name: string;
            password: string;
        };
        PasswordChange: {
            old: string;
            new: string;
        };
        FirstAdministrator: {
            code: string;
            name: string;
            password: string;
        };
        Session: {
            name: string;
            display_name: string;
            staff_id: string | null;
            roles: string[];
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            may: string[];
        };
        User: {
            name: string;
            display_name: string;
            staff_id: string | null;
            roles: string[];
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            disabled: boolean;
            logs_in: boolean;
            /** Format: date-time */
            made_at: string;
        };
        UserList: {
            users: components["schemas"]["User"][];
        };
        NewUser: {
            staff_id?: string | null;
            roles?: string[];
            language?: ("en" | "lv" | "ru") | null;
            password?: string | null;
            name: string;
        };
        UserChange: {
            staff_id?: string | null;
            roles?: string[];
            language?: ("en" | "lv" | "ru") | null;
            password?: string | null;
            disabled?: boolean;
        };
        LogIns: {
            log_ins: {
                /** Format: date-time */
                at: string;
                address: string;
                succeeded: boolean;
            }[];
        };
        TokenWanted: {
            scopes?: string[];
        };
        NewToken: {
            id: string;
            token: string;
        };
        TokenList: {
            tokens: {
                id: string;
                scopes: string[];
                /** Format: date-time */
                made_at: string;
            }[];
        };
        Presence: {
            reference: string;
            present: {
                staff: string;
                /** @enum {string} */
                mode: "reading" | "writing";
                /** Format: date-time */
                since: string;
            }[];
        };
        PresenceNoted: {
            /** @enum {string} */
            mode: "away" | "reading" | "writing";
            page: string;
        };
        ReadingList: {
            readings: {
                /** Format: date-time */
                at: string;
                user: string | null;
                staff: string | null;
                way: string;
                what: string;
                reference: string | null;
                part: string | null;
                searched: string | null;
                /** @enum {string} */
                outcome: "shown" | "missing" | "hidden" | "forbidden";
            }[];
            next: number | null;
        };
        LogInWays: {
            providers: {
                title: string;
                start: string;
            }[];
        };
        Identity: {
            id: string;
            issuer: string;
            subject: string;
            /** Format: date-time */
            linked_at: string;
        };
        IdentityList: {
            identities: components["schemas"]["Identity"][];
        };
        IdentityWanted: {
            subject: string;
            issuer?: string | null;
        };
        RoleList: {
            commands: string[];
            privileges: string[];
            roles: {
                name: string;
                commands: string[];
                privileges: string[];
                remedy_most: {
                    /** @description the amount in the smallest unit of the currency */
                    minor_units: number;
                    /** @description ISO 4217 code */
                    currency: string;
                } | null;
            }[];
        };
        ProfileList: {
            profiles: {
                name: string;
                title: string;
                calendar: string | null;
                is_ours: boolean;
            }[];
        };
        Profile: {
            name: string;
            title: string;
            calendar: string | null;
            is_ours: boolean;
            deadlines: {
                name: string;
                title: string;
                /** @enum {string} */
                start: "received" | "acknowledged" | "points-defined" | "talked" | "agreed" | "final-response-sent" | "escalated" | "reopened" | "closed";
                /** @enum {string} */
                met_by: "received" | "acknowledged" | "points-defined" | "talked" | "agreed" | "final-response-sent" | "escalated" | "reopened" | "closed";
                channels: ("email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person")[];
                period: {
                    amount: number;
                    /** @enum {string} */
                    unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
                };
                /** @enum {string} */
                starts_from: "moment" | "next-opening";
                /** @enum {string} */
                day_of_start: "not-counted" | "counted";
                /** @enum {string} */
                ends_at: "close-of-business" | "midnight";
                /** @enum {string} */
                on_day_off: "stays" | "next-working-day" | "previous-working-day";
                /** @enum {string} */
                while_waiting: "stands-still" | "runs";
                warn_before: {
                    amount: number;
                    /** @enum {string} */
                    unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
                };
                drafts_on_warning: ("acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender") | null;
                /** @enum {string} */
                silence: "nothing-yet" | "refusal" | "may-be-referred";
                extension: {
                    times: number;
                    at_most: {
                        amount: number;
                        /** @enum {string} */
                        unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
                    } | null;
                    /** @enum {string} */
                    needs: "agreement" | "notice";
                    notice: string | null;
                    source: string;
                } | null;
                source: string;
            }[];
            information_within: {
                amount: number;
                /** @enum {string} */
                unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
            };
            /** @enum {string} */
            staff_notices: "in-working-hours" | "at-once";
            /** @enum {string} */
            approver: "anyone" | "not-the-drafter";
            referral: {
                body: string;
                address: string;
                within: {
                    amount: number;
                    /** @enum {string} */
                    unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
                } | null;
                source: string;
            } | null;
            retention: {
                keep: {
                    amount: number;
                    /** @enum {string} */
                    unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
                };
                source: string;
            } | null;
            contents: {
                /** @enum {string} */
                letter: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
                contents: ("decision" | "reasons" | "remedy" | "right-to-refer" | "referral-body" | "referral-time-limit" | "named-handler" | "next-steps" | "reference" | "points-of-complaint" | "deadline" | "apology" | "delay-reason")[];
                source: string;
            }[];
        };
        ProfileDates: {
            profile: string;
            dates: {
                name: string;
                title: string;
                /** @enum {string} */
                start: "received" | "acknowledged" | "points-defined" | "talked" | "agreed" | "final-response-sent" | "escalated" | "reopened" | "closed";
                /** Format: date-time */
                started_at: string;
                /** Format: date-time */
                due_at: string;
                runs: boolean;
                present_due_at: string | null;
                because: {
                    /**
                     * @description what was done
                     * @enum {string}
                     */
                    step: "started" | "opened" | "counted" | "first-day" | "days-off" | "extra-day" | "moved" | "ends-at" | "paused" | "extended" | "promised" | "provisional";
                    /**
                     * Format: date-time
                     * @description the moment it speaks of
                     */
                    at: string;
                    /**
                     * Format: date-time
                     * @description where it ends, or the day it leads to
                     */
                    until?: string;
                    /** @description how many units, or minutes of a pause */
                    amount: number;
                    /** @description of what */
                    unit: string;
                    /** @description the working calendar used */
                    calendar: string;
                    text?: string;
                }[];
                because_text: string;
            }[];
            not_started: {
                name: string;
                title: string;
                /** @enum {string} */
                start: "received" | "acknowledged" | "points-defined" | "talked" | "agreed" | "final-response-sent" | "escalated" | "reopened" | "closed";
            }[];
        };
        LetterTemplateList: {
            templates: {
                /** @enum {string} */
                language: "en" | "lv" | "ru";
                /** @enum {string} */
                kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
                subject: string;
            }[];
        };
        LetterTemplate: {
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            /** @enum {string} */
            kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
            subject: string;
            recipe: ("greeting" | "joining" | "help" | "care" | "apology" | "goodwill" | "open-door" | "schedule")[];
            paragraphs: {
                /** @enum {string} */
                block: "greeting" | "joining" | "help" | "care" | "apology" | "goodwill" | "open-door" | "schedule";
                text: string;
                for_each: string | null;
                needs: string[];
                unless: string[];
                states: ("decision" | "reasons" | "remedy" | "right-to-refer" | "referral-body" | "referral-time-limit" | "named-handler" | "next-steps" | "reference" | "points-of-complaint" | "deadline" | "apology" | "delay-reason")[];
            }[];
        };
        /** Take a complaint in */
        "receive-complaint": {
            /**
             * @description how the complaint came in
             * @enum {string}
             */
            channel: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
            /**
             * @description language of the complainant
             * @enum {string}
             */
            language: "en" | "lv" | "ru";
            /** @description who complains */
            complainant: {
                /** @description full name, as they gave it */
                name: string;
                /** @description e-mail address; empty when they gave none */
                email?: string;
                /** @description telephone number; empty when they gave none */
                phone?: string;
                /** @description lines of the postal address */
                postal_address?: string[];
                /** @description how they wish to be addressed; empty for the neutral form */
                salutation?: string;
            };
            /** @description what happened, in their own words */
            narrative: string;
            /** @description what would put it right, in their own words */
            desired_outcome?: string;
            /** @description story and situation: delivery/late */
            situation?: string;
            /** @description receipts, order and transaction numbers, model numbers */
            evidence?: string[];
            /** @description where the complaint was made public */
            public?: {
                /** @description where it stands */
                url: string;
                /** @description how many people it reaches */
                reach: number;
            };
            /**
             * @description how badly it hurts the complainant
             * @enum {string}
             */
            severity?: "slight" | "serious" | "grave";
            /** @description members of staff complained about */
            concerns_staff?: string[];
            /**
             * Format: date-time
             * @description when it came in; now when left out
             */
            received_at?: string;
            /** @description the delivery in the mail journal it was read from */
            mail?: string;
            /** @description another complaint it may belong to; a person decides */
            possibly_about?: string;
            /** @description the account of that complaint, as a sign of who it may be */
            earlier_account?: string;
            /** @description what our own mail server says of the sender */
            authentication?: {
                /**
                 * @description whether the server it came from may send for its return path
                 * @enum {string}
                 */
                spf: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether a domain signed it, and nobody changed it since
                 * @enum {string}
                 */
                dkim: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether one of the two holds for the sender that people see
                 * @enum {string}
                 */
                dmarc: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
            };
            /**
             * @description why it is not acknowledged at once, where others are
             * @enum {string}
             */
            acknowledgement_withheld?: "no-address" | "language-unknown" | "sender-not-authenticated" | "may-belong-to-another" | "sender-acknowledged-today" | "domain-acknowledged-often" | "nobody-free";
        };
        /** Take in a further message */
        "receive-message": {
            /** @description what they wrote or said */
            text: string;
            /**
             * @description on which channel
             * @enum {string}
             */
            channel: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
            /**
             * Format: date-time
             * @description when it came in; now when left out
             */
            at?: string;
            /** @description who of those involved it is from; the complainant when left out */
            person?: string;
            /** @description names of the files that came with it */
            attachments?: string[];
            /** @description the delivery in the mail journal it was read from */
            mail?: string;
            /**
             * @description how it was known to belong to the complaint; by a person when left out
             * @enum {string}
             */
            known_by?: "reply-address" | "answer" | "person";
            /** @description whom it says it is from, where that is not plain */
            from?: string;
            /** @description what our own mail server says of the sender */
            authentication?: {
                /**
                 * @description whether the server it came from may send for its return path
                 * @enum {string}
                 */
                spf: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether a domain signed it, and nobody changed it since
                 * @enum {string}
                 */
                dkim: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
                /**
                 * @description whether one of the two holds for the sender that people see
                 * @enum {string}
                 */
                dmarc: "unknown" | "none" | "pass" | "fail" | "softfail" | "neutral" | "policy" | "temperror" | "permerror";
            };
        };
        /** Ask at the registered address */
        "ask-identity": {
            /** @description which candidate's; the likeliest when left out */
            account?: string;
        };
        /** Confirm who the complainant is */
        "confirm-identity": {
            /**
             * @description how we made sure
             * @enum {string}
             */
            method: "registered-address" | "recorded-call" | "document" | "not-needed";
            /** @description what was done */
            note?: string;
            /** @description whose account it is; the one we asked about when left out */
            account?: string;
            /** @description the code from our question to the registered address */
            code?: string;
        };
        /** Acknowledge the complaint */
        acknowledge: {
            /** @description the named person; may be left out when one is assigned */
            handler?: string;
            /** @description the call or meeting offered; may be left out when one is made */
            appointment?: {
                /**
                 * @description call or meeting
                 * @enum {string}
                 */
                kind: "call" | "meeting";
                /**
                 * Format: date-time
                 * @description when
                 */
                at: string;
            };
            /** @description what it is about, a phrase for the subject line */
            matter?: string;
            /** @description what we would still like to learn */
            questions?: string[];
            /** @description why no apology is due; left out, one is made */
            no_apology_because?: string;
            /**
             * @description how badly it hurts the complainant; left out, as it was seen on receipt
             * @enum {string}
             */
            severity?: "slight" | "serious" | "grave";
        };
        /** Define the points of complaint */
        "define-points": {
            /** @description each thing that is said to be wrong, at least one */
            points?: string[];
            /** @description story and situation: delivery/late; as it was before when left out */
            situation?: string;
        };
        /** Assign a handler */
        "assign-handler": {
            /** @description the member of staff who has the complaint from now on */
            handler: string;
        };
        /** Make an appointment */
        "make-appointment": {
            /**
             * @description call or meeting
             * @enum {string}
             */
            kind: "call" | "meeting";
            /**
             * Format: date-time
             * @description when
             */
            at: string;
            /** @description who keeps it; the handler when left out */
            with?: string;
        };
        /** Move an appointment */
        "change-appointment": {
            /** @description which appointment */
            appointment: string;
            /**
             * Format: date-time
             * @description when it is instead
             */
            at: string;
            /**
             * @description call or meeting; as it was when left out
             * @enum {string}
             */
            kind?: "call" | "meeting";
            /** @description who keeps it; as it was when left out */
            with?: string;
        };
        /** Cancel an appointment */
        "cancel-appointment": {
            /** @description which appointment */
            appointment: string;
            /** @description why it does not take place */
            reason?: string;
        };
        /** Record a contact */
        "record-contact": {
            /**
             * @description who turned to whom
             * @enum {string}
             */
            direction: "in" | "out";
            /**
             * @description on which channel
             * @enum {string}
             */
            channel: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
            /**
             * Format: date-time
             * @description when; now when left out
             */
            at?: string;
            /** @description what was said */
            summary: string;
        };
        /** Begin the investigation */
        "begin-investigation": Record<string, never>;
        /** Ask someone involved for their view */
        "request-statement": {
            /** @description who was involved */
            name: string;
            /** @description where a copy of the letter reaches them */
            email?: string;
            /** @description what they had to do with it */
            role?: string;
            /** @description what we ask them */
            question?: string;
        };
        /** Record a statement */
        "record-statement": {
            /** @description whose statement */
            person: string;
            /** @description what they say */
            text: string;
        };
        /** Record a fact */
        "record-fact": {
            /** @description what is established */
            text: string;
            /** @description what establishes it */
            evidence: string;
        };
        /** Record the root cause */
        "record-root-cause": {
            /** @description a word of the cause taxonomy */
            category: string;
            /** @description the circumstance that led to it, never a person */
            circumstance: string;
        };
        /** Conclude the investigation */
        "conclude-investigation": {
            /** @description an answer to every point of complaint */
            answers?: {
                /** @description the point answered */
                point: string;
                /**
                 * @description how it was decided
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /** @description what happened against what should have happened */
                explanation: string;
            }[];
        };
        /** Record that the complainant was heard out */
        "record-hearing": {
            /** @description what would put it right, in their own words */
            desired_outcome: string;
            /** @description what was said */
            summary?: string;
        };
        /** Propose a remedy */
        "propose-remedy": {
            /** @description the course of action proposed */
            description: string;
            /** @description its schedule: what, who, by when; at least one */
            promises?: {
                /** @description what will happen */
                what: string;
                /** @description the member of staff who keeps it */
                owner: string;
                /**
                 * Format: date
                 * @description the last day on which it is in time
                 */
                by: string;
            }[];
            /** @description an amount owed */
            compensation?: {
                /** @description the amount in the smallest unit of the currency */
                minor_units: number;
                /** @description ISO 4217 code */
                currency: string;
            };
            /** @description a gesture beyond what is owed */
            goodwill?: string;
        };
        /** Record the complainant's answer */
        "record-answer": {
            /** @description the proposal answered */
            proposal: string;
            /**
             * @description accept, decline or counter
             * @enum {string}
             */
            answer: "accept" | "decline" | "counter";
            /** @description in their own words */
            words?: string;
        };
        /** Agree the schedule */
        "agree-schedule": Record<string, never>;
        /** Conclude without agreement */
        "conclude-without-agreement": {
            /** @description where we stand, and why */
            final_position: string;
        };
        /** Draft a letter */
        "draft-letter": {
            /**
             * @description what kind of letter
             * @enum {string}
             */
            kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
            /** @description the draft to write anew; a new letter when left out */
            letter?: string;
            /** @description what it is about, a phrase for the subject line */
            matter?: string;
            /** @description holding response: why not yet; promise missed: why it was not kept */
            delay_reason?: string;
            /** @description holding response: what is known */
            known_so_far?: string;
            /**
             * Format: date
             * @description holding response: the day on which the answer comes; promise missed: the day offered instead, a near one when left out
             */
            new_date?: string;
            /**
             * Format: date
             * @description request for information, proposal: the last day on which we count on their answer
             */
            answer_by?: string;
            /** @description final response: what was talked through */
            discussion?: string;
            /** @description final response: what prevents a repeat */
            prevention?: string;
            /** @description why no apology is due; left out, one is made */
            no_apology_because?: string;
            /** @description who answers in their own name, and so approves it; the handler when left out */
            signed_by?: string;
            /** @description promise missed: which; the last that was missed when left out */
            promise?: string;
            /** @description the paragraphs as they shall stand; left out, as they are composed */
            body?: {
                /**
                 * @description the block of the answer it belongs to
                 * @enum {string}
                 */
                block: "greeting" | "joining" | "help" | "care" | "apology" | "goodwill" | "open-door" | "schedule";
                /** @description one paragraph */
                text: string;
                /** @description the point of complaint it answers */
                point?: string;
                /** @description what a regime may ask for and this paragraph says */
                states?: ("decision" | "reasons" | "remedy" | "right-to-refer" | "referral-body" | "referral-time-limit" | "named-handler" | "next-steps" | "reference" | "points-of-complaint" | "deadline" | "apology" | "delay-reason")[];
            }[];
        };
        /** Pass a letter as reviewed */
        "review-letter": {
            /** @description which letter */
            letter: string;
        };
        /** Return a letter with remarks */
        "return-letter": {
            /** @description which letter */
            letter: string;
            /** @description what should be different */
            remarks: string;
        };
        /** Approve a letter */
        "approve-letter": {
            /** @description which letter */
            letter: string;
            /** @description what the wording review would change and the approver lets stand, each with a reason */
            overrides?: {
                /** @description the rule of the wording review */
                rule: string;
                /** @description why it may stand */
                because: string;
            }[];
        };
        /** Send a letter */
        "send-letter": {
            /** @description which letter */
            letter: string;
            /** @description to whom it goes, as shown with the letter; left out, as it was when the letter was approved */
            recipient?: string;
        };
        /** Copy the people involved */
        "copy-letter": {
            /** @description which letter */
            letter: string;
            /** @description who gets a copy; everyone involved when left out */
            recipients?: string[];
            /** @description what the copy leaves out because they need not know it */
            withhold?: ("address" | "goodwill" | "schedule")[];
        };
        /** Record that a copy was read */
        "record-copy-read": {
            /** @description which letter */
            letter: string;
            /** @description whose copy */
            recipient: string;
            /** @description what they take from it, in their words */
            learned?: string;
        };
        /** Send a letter by post as well */
        "post-letter": {
            /** @description which letter */
            letter: string;
        };
        /** Record that a promise was kept */
        "keep-promise": {
            /** @description which promise */
            promise: string;
            /** @description what shows it */
            evidence: string;
        };
        /** Agree a new date for a promise */
        "amend-promise": {
            /** @description which promise */
            promise: string;
            /**
             * Format: date
             * @description the new last day
             */
            by: string;
            /** @description what the complainant was told about why */
            explanation: string;
            /** @description how and when the complainant agreed */
            agreement: string;
        };
        /** Record that the complainant released us from a promise */
        "release-promise": {
            /** @description which promise */
            promise: string;
            /** @description why, in their words */
            reason: string;
        };
        /** Record whether it put things right */
        "record-follow-up": {
            /**
             * @description did it put things right
             * @enum {string}
             */
            satisfaction: "put-right" | "partly-put-right" | "not-put-right" | "no-answer";
            /** @description in their own words */
            words?: string;
        };
        /** Add a preventive action, or say why there is none */
        "add-preventive-action": {
            /** @description what will be different, a changed rule included */
            what?: string;
            /** @description why nothing needs to change; instead of what */
            none_because?: string;
            /**
             * @description by what means; rule-change when one of our own rules changes
             * @enum {string}
             */
            kind?: "training" | "repair" | "information" | "rule-change";
        };
        /** Agree who carries a preventive action out */
        "agree-preventive-action": {
            /** @description which action */
            action: string;
            /** @description who does it */
            owner: string;
            /**
             * Format: date
             * @description by when
             */
            by: string;
        };
        /** Record that a preventive action is done */
        "complete-preventive-action": {
            /** @description which action */
            action: string;
        };
        /** Record whether a preventive action works */
        "assess-preventive-action": {
            /** @description which action */
            action: string;
            /**
             * @description does it work
             * @enum {string}
             */
            found: "effective" | "ineffective";
            /** @description what shows it */
            grounds: string;
        };
        /** Close the complaint */
        close: {
            /**
             * @description how it ended
             * @enum {string}
             */
            outcome: "resolved" | "resolved-in-part" | "final-position-given";
            /** @description what was learned */
            lesson: string;
        };
        /** Escalate to the next level */
        escalate: {
            /** @description anything the next level should know */
            note?: string;
        };
        /** Ask the complainant for information */
        "ask-complainant": {
            /** @description what we need to know; the clock stands still until it comes */
            question: string;
        };
        /** Record what the complainant told us */
        "record-information": {
            /** @description what they told us */
            text: string;
            /** @description a new address for our letters */
            email?: string;
            /** @description a new telephone number */
            phone?: string;
        };
        /** Extend a deadline */
        extend: {
            /** @description which deadline; the final response when left out */
            deadline?: string;
            /** @description by how much */
            by: {
                /** @description how many */
                amount: number;
                /**
                 * @description of what
                 * @enum {string}
                 */
                unit: "hours" | "working-hours" | "calendar-days" | "working-days" | "weeks" | "months";
            };
            /** @description why more time is needed */
            reason: string;
            /** @description how and when the complainant agreed, or was told */
            agreement: string;
        };
        /** Hold a suspension, debt or fee */
        "hold-adverse-action": {
            /** @description what must not happen while the complaint is open */
            what: string;
            /** @description the systems that must know */
            systems?: string[];
        };
        /** Lift a hold */
        "lift-hold": {
            /** @description which hold */
            hold: string;
            /** @description why */
            reason: string;
        };
        /** Add a note */
        "add-note": {
            /** @description the note */
            text: string;
        };
        /** Attach a file */
        attach: {
            /** @description file name */
            name: string;
            /** @description media type */
            type: string;
            /** @description the bytes, base64, at most 10 MB */
            content: string;
        };
        /** Name a member of staff complained about */
        "name-staff": {
            /** @description the member of staff; they find the complaint nowhere from then on */
            staff: string;
            /** @description why the complaint is about them */
            reason: string;
        };
        /** Let somebody read whom the complaint is about */
        "break-glass": {
            /** @description who may read it for a time */
            staff: string;
            /** @description for how long, 1 to 72 hours */
            hours: number;
            /** @description why they must */
            reason: string;
        };
        /** Record that the complainant withdrew */
        withdraw: {
            /** @description in their own words */
            reason: string;
        };
        /** Merge into another complaint */
        merge: {
            /** @description reference of the complaint that goes on */
            into: string;
        };
        /** Refer to another organisation */
        refer: {
            /** @description who takes it from here */
            organisation: string;
            /** @description why, and what the complainant was told */
            reason: string;
        };
        /** Reopen the complaint */
        reopen: {
            /** @description what has come up */
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "list-complaints": {
        parameters: {
            query?: {
                /** @description only at this stage */
                stage?: "Received" | "Acknowledged" | "Investigating" | "Discussing" | "Agreed" | "LetterSent" | "FollowingUp" | "Closed" | "NotAgreed" | "Withdrawn" | "Merged" | "Referred";
                /** @description only with a deadline before this moment */
                due_before?: string;
                /** @description only with this handler */
                handler?: string;
                /** @description in the reference or the complainant's name */
                q?: string;
                /** @description rows of a page, 1 to 200 */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "receive-complaint": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["receive-complaint"];
            };
        };
        responses: {
            /** @description It is taken in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-complaint": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Complaint"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its leaves as they were hashed, and its events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-letter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
                /** @description the letter: letter-1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letter"];
                    "text/plain": string;
                    "text/html": string;
                    "message/rfc822": string;
                    "application/pdf": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "review-a-letter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
                /** @description the letter: letter-1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is missing, and how it reads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterReview"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-letter-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
                /** @description the letter: letter-1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each as it was drafted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterVersions"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-letter-changes": {
        parameters: {
            query?: {
                /** @description the earlier version; left out, the one before the later */
                from?: string;
                /** @description the later version; left out, the newest */
                to?: string;
            };
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
                /** @description the letter: letter-1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Part by part and word by word. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterChanges"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "receive-message": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["receive-message"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ask-identity": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ask-identity"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "confirm-identity": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["confirm-identity"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["acknowledge"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "define-points": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["define-points"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "assign-handler": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["assign-handler"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-appointment": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["make-appointment"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-appointment": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["change-appointment"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancel-appointment": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["cancel-appointment"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-contact": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-contact"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "begin-investigation": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["begin-investigation"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "request-statement": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["request-statement"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-statement": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-statement"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-fact": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-fact"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-root-cause": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-root-cause"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conclude-investigation": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["conclude-investigation"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-hearing": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-hearing"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "propose-remedy": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["propose-remedy"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-answer": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-answer"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "agree-schedule": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["agree-schedule"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conclude-without-agreement": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["conclude-without-agreement"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "draft-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["draft-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "review-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["review-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "return-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["return-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approve-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["approve-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "send-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["send-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "copy-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["copy-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-copy-read": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-copy-read"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["post-letter"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "keep-promise": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["keep-promise"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "amend-promise": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["amend-promise"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "release-promise": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["release-promise"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-follow-up": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-follow-up"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "add-preventive-action": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["add-preventive-action"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "agree-preventive-action": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["agree-preventive-action"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "complete-preventive-action": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["complete-preventive-action"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "assess-preventive-action": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["assess-preventive-action"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["close"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    escalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["escalate"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ask-complainant": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ask-complainant"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "record-information": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["record-information"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["extend"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "hold-adverse-action": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["hold-adverse-action"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "lift-hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["lift-hold"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "add-note": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["add-note"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["attach"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "name-staff": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["name-staff"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "break-glass": {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["break-glass"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["withdraw"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["merge"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refer: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["refer"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key again gets the first answer again, and nothing happens twice */
                "Idempotency-Key"?: string;
                /** @description the member of staff for whom the program acts */
                "X-Redress-Actor"?: string;
                /** @description the language of refusals: en, lv or ru */
                "Accept-Language"?: string;
                /** @description the version the command was decided on: "5" */
                "If-Match"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["reopen"];
            };
        };
        responses: {
            /** @description It happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The complaint has moved on. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The command is refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deliver-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "message/rfc822": string;
            };
        };
        responses: {
            /** @description It is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailAccepted"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-intake": {
        parameters: {
            query?: {
                /** @description only these */
                state?: "all" | "filed" | "quarantined" | "undecided";
                /** @description only what came in there */
                inlet?: string;
                /** @description rows of a page, 1 to 500 */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journal, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intake"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the mail, as it was named when it was handed in */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it, and our reading. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "download-mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the mail, as it was named when it was handed in */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "release-mail": {
        parameters: {
            query?: never;
            header?: {
                /** @description the member of staff who decides */
                "X-Redress-Actor"?: string;
            };
            path: {
                /** @description the mail, as it was named when it was handed in */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailDecision"];
            };
        };
        responses: {
            /** @description It is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailEntry"];
                };
            };
            /** @description It is not in quarantine, or somebody has decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody or something must be named first. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "file-mail": {
        parameters: {
            query?: never;
            header?: {
                /** @description the member of staff who decides */
                "X-Redress-Actor"?: string;
            };
            path: {
                /** @description the mail, as it was named when it was handed in */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailDecision"];
            };
        };
        responses: {
            /** @description It is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailEntry"];
                };
            };
            /** @description It is not in quarantine, or somebody has decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody or something must be named first. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "discard-mail": {
        parameters: {
            query?: never;
            header?: {
                /** @description the member of staff who decides */
                "X-Redress-Actor"?: string;
            };
            path: {
                /** @description the mail, as it was named when it was handed in */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailDecision"];
            };
        };
        responses: {
            /** @description It is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailEntry"];
                };
            };
            /** @description It is not in quarantine, or somebody has decided already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody or something must be named first. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "download-file-of-mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the mail, as it was named when it was handed in */
                id: string;
                /** @description which of the mail's files, from 1 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be kept and not shown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with its address. `unreadable` are mails that cannot be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Files"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "download-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
                /** @description the mail it came with */
                mail: string;
                /** @description which of the mail's files, from 1 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be kept and not shown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description the language of names */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incidents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outbox"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A message for each complaint that changed; one of the event `presence` when somebody came to a complaint or left it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-calendar": {
        parameters: {
            query?: {
                /** @description what stands in their calendar_token_file */
                token?: string;
            };
            header?: never;
            path: {
                /** @description the member of staff and .ics: staff-01.ics */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Their open appointments: of each its kind and the reference of its complaint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whoever asks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "log-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Logged in; the session stands in a cookie. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; Retry-After says when. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "log-out": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-password": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed; all other sessions are over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The old password is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The new password will not do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstAdministrator"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The code is wrong, or there are users already. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name or the password will not do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "add-user": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The name is taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user will not do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-user": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description what the user logs in with */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The change will not do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-log-ins": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the user logs in with */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogIns"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description what the user logs in with */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without what opens anything. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "add-token": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description what the user logs in with */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenWanted"];
            };
        };
        responses: {
            /** @description The one time that it is shown. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A scope means nothing. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "remove-token": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description what the user logs in with */
                name: string;
                /** @description the token: token-… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The user has no such token. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "note-presence": {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a program speaks */
                "X-Redress-Actor"?: string;
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceNoted"];
            };
        };
        responses: {
            /** @description Who else has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description There is no such complaint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-readings": {
        parameters: {
            query?: {
                /** @description of which complaint */
                reference?: string;
                /** @description by whom */
                user?: string;
                /** @description `next` of the page before */
                before?: number;
                /** @description how many at most; 100 when left out */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingList"];
                };
            };
            /** @description A number is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-log-in-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity providers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInWays"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "begin-log-in-by-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the browser goes next. */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No provider is set up. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-log-in-by-provider": {
        parameters: {
            query?: {
                /** @description what the browser went with */
                state?: string;
                /** @description what the provider sent it back with */
                code?: string;
                /** @description who the provider is */
                iss?: string;
                /** @description why the provider let nobody in */
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the browser goes next. */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No provider is set up. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-identities": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description what the user logs in with */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "link-identity": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description what the user logs in with */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityWanted"];
            };
        };
        responses: {
            /** @description Linked. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The identity is somebody's already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is no identity. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unlink-identity": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1, when the request comes with the cookie of a session */
                "X-Redress-CSRF"?: string;
            };
            path: {
                /** @description what the user logs in with */
                name: string;
                /** @description the identity: identity-… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lets nobody in any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The user has no such identity. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matrix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-profiles": {
        parameters: {
            query?: never;
            header?: {
                /** @description the language of titles and sentences: en, lv or ru */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-profile": {
        parameters: {
            query?: never;
            header?: {
                /** @description the language of titles and sentences: en, lv or ru */
                "Accept-Language"?: string;
            };
            path: {
                /** @description the profile: lv-consumer */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description There is no such profile. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "try-profile": {
        parameters: {
            query?: {
                /** @description when the complaint would have come in; now when left out */
                received_at?: string;
                /** @description how; email when left out */
                channel?: "email" | "phone" | "web-form" | "chat" | "social" | "post" | "in-person";
            };
            header?: {
                /** @description the language of titles and sentences: en, lv or ru */
                "Accept-Language"?: string;
            };
            path: {
                /** @description the profile: lv-consumer */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dates it would give. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDates"];
                };
            };
            /** @description There is no such profile. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "try-profile-on-complaint": {
        parameters: {
            query?: never;
            header?: {
                /** @description the language of titles and sentences: en, lv or ru */
                "Accept-Language"?: string;
            };
            path: {
                /** @description the reference of the complaint: R-7K3M-Q9PX */
                reference: string;
                /** @description the profile: lv-consumer */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dates it would give, without pauses and extensions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDates"];
                };
            };
            /** @description There is no such complaint, or no such profile. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-letter-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterTemplateList"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-letter-template": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description en, lv or ru */
                language: "en" | "lv" | "ru";
                /** @description of letter */
                kind: "acknowledgement" | "holding-response" | "final-response" | "promise-missed" | "appointment" | "request-for-information" | "proposal" | "follow-up" | "closure" | "unconfirmed-sender";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its paragraphs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterTemplate"];
                };
            };
            /** @description There is no such template. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "is-alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "is-ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "read-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
