// SPDX-License-Identifier: Apache-2.0
// The letter composer: the text on the left, the sheet as the engine lays it out on the right, and at the foot what still stands in its way.
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { type Complaint, give, type LetterDocument, newKey, type Paragraph, ProblemError, type Schemas } from '../../api/client';
import { cache, useComplaint, useLetterPage, useLetterReview, useLetterVersions, useStaffName } from '../../api/queries';
import { useHeld } from '../../app/held';
import { useSession } from '../../app/session';
import { useDraft } from '../../drafts/use_draft';
import { CommandForm } from '../../forms/command_form';
import { useFailureText } from '../../forms/failure';
import { Saved } from '../../forms/saved';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { useOffer } from '../../keys/registry';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { NotRead } from '../../ui/not_read';
import { OthersHere } from '../../ui/others_here';
import { tell } from '../../ui/toast';
import { Composer } from './composer';
import { LetterFoot } from './foot';
import { Sheet } from './sheet';

type LetterEntry = Complaint['letters'][number];

const gone = ['Queued', 'Accepted'];

/** What was written in the place of what stands on the sheet. */
function replacements(saved: Paragraph[], body: Paragraph[]): Map<string, string> {
  const changed = new Map<string, string>();
  saved.forEach((paragraph, index) => {
    const now = body[index]?.text ?? '';
    const added = index === saved.length - 1 ? body.slice(saved.length).map(one => one.text) : [];
    const text = [now, ...added].filter(Boolean).join('\n\n');
    if (text !== paragraph.text) changed.set(paragraph.text, text);
  });
  return changed;
}

function Versions({ versions }: { versions: Schemas['LetterVersions']['versions'] }) {
  const say = useSay();
  const times = useTimes();
  const staffName = useStaffName();
  if (versions.length < 2 && !versions[0]?.returned) return null;
  return (
    <details className="more">
      <summary>{say('letter.versions')}</summary>
      <ul className="stack small">
        {[...versions].reverse().map(one => (
          <li key={one.version}>
            <strong>{say('letter.version', { version: one.version })}</strong>{' '}
            <span className="soft">
              {staffName(one.by)}, {times.moment(one.at)}
            </span>
            {one.returned && (
              <p className="notice">{say('letter.returned', { name: staffName(one.returned.by), remarks: one.returned.remarks })}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Drafts the next version from the paragraphs; the review of it follows by itself. */
function useSaving(complaint: Complaint, entry: LetterEntry, discard: () => void) {
  const failureText = useFailureText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  const key = useRef(newKey());
  const save = async (body: Paragraph[]) => {
    setPending(true);
    setFailure('');
    const paragraphs = body
      .filter(one => one.text.trim())
      .map(({ block, text, point, states }) => ({ block, text, ...(point ? { point } : {}), ...(states?.length ? { states } : {}) }));
    try {
      const fields = { kind: entry.kind, letter: entry.id, body: paragraphs };
      await give({ reference: complaint.reference, name: 'draft-letter', fields, version: complaint.version, key: key.current });
      key.current = newKey();
      await cache.invalidateQueries({ queryKey: ['complaint', complaint.reference] });
      await cache.invalidateQueries({ queryKey: ['letter', complaint.reference] });
      discard();
    } catch (thrown) {
      const { title, detail } = failureText(thrown);
      setFailure([title, detail].filter(Boolean).join(' '));
      if (thrown instanceof ProblemError && thrown.status === 412)
        void cache.invalidateQueries({ queryKey: ['complaint', complaint.reference] });
    } finally {
      setPending(false);
    }
  };
  return { pending, failure, save };
}

interface EditingProps {
  complaint: Complaint;
  entry: LetterEntry;
  document: LetterDocument;
  versions: Schemas['LetterVersions']['versions'];
  onWriting: (isWriting: boolean) => void;
}

function Editing({ complaint, entry, document, versions, onWriting }: EditingProps) {
  const say = useSay();
  const session = useSession();
  const saved = document.body ?? [];
  const draft = useDraft<Paragraph[]>(`${session.name}/${complaint.reference}/${entry.id}/body`, saved);
  const saving = useSaving(complaint, entry, draft.discard);
  const review = useLetterReview(complaint.reference, entry.id, complaint.version);
  const page = useLetterPage(complaint.reference, entry.id, entry.drafts);
  const isHeld = useHeld().some(([, one]) => one.reference === complaint.reference && one.letter === entry.id);
  const isGone = gone.includes(entry.state);
  const mayWrite = !isGone && !isHeld && complaint.permitted_commands.some(one => one.name === 'draft-letter' && one.ready);
  const changed = JSON.stringify(draft.value) !== JSON.stringify(saved);
  useEffect(() => onWriting(mayWrite && changed), [onWriting, mayWrite, changed]);
  const save = () => {
    if (changed && !saving.pending) void saving.save(draft.value);
  };
  const [form, setForm] = useState('');
  useOffer(mayWrite ? [{ id: 'letter.save', keys: 'Ctrl+Enter, Ctrl+KeyS', run: save }] : []);
  return (
    <>
      <div className={`letter-screen${isGone ? ' sent' : ''}`}>
        <section className="letter-text stack" aria-labelledby="letter-text">
          <div className={isGone ? 'hidden' : 'spread'}>
            <h2 id="letter-text">{say('letter.text')}</h2>
            {mayWrite && <Saved draft={draft} />}
          </div>
          {isGone && <p className="notice good">{say('letter.readOnly')}</p>}
          {isHeld && <p className="notice">{say('letter.held')}</p>}
          {saving.failure && (
            <p className="notice late" role="alert">
              {saving.failure}
            </p>
          )}
          {form && (
            <div className="form-here card">
              <h3>{say(`command.${form}`)}</h3>
              <CommandForm
                key={form}
                complaint={complaint}
                command={form}
                given={{ letter: entry.id }}
                onDone={() => setForm('')}
                onCancel={() => setForm('')}
                onGo={setForm}
              />
            </div>
          )}
          {mayWrite && (
            <Composer
              complaint={complaint}
              language={document.language}
              saved={saved}
              body={draft.value}
              review={review.data}
              onChange={draft.set}
            />
          )}
          <Versions versions={versions} />
        </section>
        <section className="letter-paper stack" aria-labelledby="letter-paper">
          <div className="spread">
            <h2 id="letter-paper">{say(isGone ? 'letter.paperSent' : 'letter.paper')}</h2>
            <Button look="quiet" icon="letter" onClick={() => window.print()}>
              {say('letter.print')}
            </Button>
          </div>
          {page.data && (
            <Sheet page={page.data} language={document.language} replaced={replacements(saved, draft.value)} label={document.subject} />
          )}
          {changed && <p className="hint">{say('letter.paperChanged')}</p>}
        </section>
      </div>
      {!isGone && (
        <LetterFoot
          complaint={complaint}
          entry={entry}
          body={draft.value}
          saved={saved}
          review={review.data}
          changed={changed}
          saving={saving.pending}
          onSave={mayWrite ? save : undefined}
          onForm={setForm}
          isHeld={isHeld}
          onSaid={tell}
        />
      )}
    </>
  );
}

export function LetterScreen({ reference, letter }: { reference: string; letter: string }) {
  const say = useSay();
  const query = useComplaint(reference);
  const [isWriting, setWriting] = useState(false);
  const entry = query.data?.letters.find(one => one.id === letter);
  const versions = useLetterVersions(reference, letter, entry?.drafts ?? 0);
  const latest = versions.data?.versions.at(-1);
  const failed = [query, versions].find(one => one.isError && !one.data);
  const isUnknown = query.isSuccess && !entry && !query.isFetching;
  if (isUnknown || (failed?.error instanceof ProblemError && failed.error.status === 404))
    return <p className="empty">{say('letter.unknown')}</p>;
  if (failed) return <NotRead failure={failed.error} onTryAgain={failed.refetch} />;
  if (!query.data || !entry || !latest) return <div className="empty" aria-busy="true" />;
  return (
    <article>
      <header className="complaint-header">
        <div className="complaint-name">
          <Link href={`/complaints/${reference}`} className="button quiet icon" aria-label={say('letter.back')}>
            <Icon name="left" />
          </Link>
          <div>
            <h1 tabIndex={-1}>{say(`enum.kind.${entry.kind}`)}</h1>
            <p className="soft small line">
              <span>{query.data.complainant.name}</span>
              <span className="number">{reference}</span>
              <span>{say(`languageName.${entry.language}`)}</span>
              <span>{say('letter.version', { version: latest.version })}</span>
              <span className="tag accent">{say(`letterState.${entry.state}`)}</span>
              <OthersHere reference={reference} isWriting={isWriting} />
            </p>
          </div>
        </div>
      </header>
      <Editing
        key={latest.version}
        complaint={query.data}
        entry={entry}
        document={latest.document}
        versions={versions.data?.versions ?? []}
        onWriting={setWriting}
      />
    </article>
  );
}
