// SPDX-License-Identifier: Apache-2.0
// One complaint, walked to Closed as its handler walks it: by what stands on the page. How a control is reached is the hand's affair: by mouse, or by keys
// alone. Every form is looked at by axe as it is filled in.
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, tabTo } from './support';

export interface Hand {
  press: (control: Locator) => Promise<void>;
  write: (field: Locator, text: string) => Promise<void>;
  choose: (list: Locator, value: string) => Promise<void>;
  send: (page: Page, form: Locator) => Promise<void>;
}

export const mouse: Hand = {
  press: control => control.click(),
  write: (field, text) => field.fill(text),
  choose: async (list, value) => {
    await list.selectOption(value);
  },
  send: (_, form) => form.locator('button[type=submit]').click(),
};

/** Among choices, the arrow keys lead on. */
async function arrowTo(choice: Locator): Promise<void> {
  for (let steps = 0; steps < 10; ++steps) {
    if (await choice.evaluate(element => element === document.activeElement)) return;
    await choice.page().keyboard.press('ArrowDown');
  }
  throw new Error('no arrow leads there');
}

export const keyboard: Hand = {
  press: async control => {
    await control.waitFor();
    await tabTo(control);
    const isChoice = await control.evaluate(element => element instanceof HTMLInputElement);
    if (isChoice) await arrowTo(control);
    await control.page().keyboard.press(isChoice ? 'Space' : 'Enter');
  },
  write: async (field, text) => {
    await field.waitFor();
    await tabTo(field);
    await field.page().keyboard.press('Control+A');
    await field.page().keyboard.type(text);
  },
  choose: async (list, value) => {
    await list.waitFor();
    await tabTo(list);
    const index = await list.evaluate(
      (element, wanted) => [...(element as HTMLSelectElement).options].findIndex(one => one.value === wanted),
      value,
    );
    await list.page().keyboard.press('Home');
    for (let step = 0; step < index; ++step) await list.page().keyboard.press('ArrowDown');
  },
  send: async page => {
    await page.keyboard.press('Control+Enter');
  },
};

type Say = (id: string) => string;

export class Road {
  constructor(
    private readonly page: Page,
    private readonly hand: Hand,
    private readonly say: Say,
  ) {}

  private step(command: string): Locator {
    return this.page.locator('.what-now').getByRole('button', { name: this.say(`command.${command}`), exact: true });
  }

  private form(command: string): Locator {
    return this.page.getByRole('form', { name: this.say(`command.${command}`), exact: true });
  }

  private field(command: string, name: string): Locator {
    return this.form(command).locator(`[data-field="${name}"] :is(textarea, input, select)`).first();
  }

  private choice(command: string, name: string, value: string): Locator {
    return this.form(command).locator(`[data-field="${name}"] input[value="${value}"]`);
  }

  private async done(command: string): Promise<void> {
    await this.hand.send(this.page, this.form(command));
    await expect(this.form(command)).toBeHidden();
  }

  private async give(command: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
    await this.hand.press(this.step(command));
    await expect(this.form(command)).toBeVisible();
    await fill();
    await expectAccessible(this.page);
    await this.done(command);
  }

  private stage(name: string): Promise<void> {
    return expect(this.page.locator('.complaint-facts .stage')).toContainText(this.say(`stage.${name}`));
  }

  async answer(): Promise<void> {
    await this.give('assign-handler');
    await this.give('define-points', () => this.hand.write(this.field('define-points', 'points'), 'It did not come when it was promised.'));
    await this.give('make-appointment', async () => {
      const pick = this.form('make-appointment').locator('.pick').first();
      await this.hand.press(pick);
    });
    await this.give('acknowledge', () => this.hand.write(this.field('acknowledge', 'matter'), 'Your order'));
    await this.stage('Acknowledged');
  }

  async findOut(): Promise<void> {
    await this.give('begin-investigation');
    await this.give('request-statement', async () => {
      await this.hand.write(this.field('request-statement', 'name'), 'Toms Liepa');
      await this.hand.write(this.field('request-statement', 'role'), 'driver');
    });
    await this.give('record-statement', () =>
      this.hand.write(this.field('record-statement', 'text'), 'The list in the van was an old one.'),
    );
    await this.give('record-fact', async () => {
      await this.hand.write(this.field('record-fact', 'text'), 'The changed route was not on the list.');
      await this.hand.write(this.field('record-fact', 'evidence'), 'The list of that day.');
    });
    await this.give('record-root-cause', async () => {
      await this.hand.write(this.field('record-root-cause', 'circumstance'), 'A change after noon is not passed on to the list.');
      await this.hand.write(this.field('record-root-cause', 'category'), 'handover');
    });
    await this.give('conclude-investigation', async () => {
      await this.hand.press(this.choice('conclude-investigation', 'finding', 'upheld'));
      await this.hand.write(this.field('conclude-investigation', 'explanation'), 'The list should have been right, and it was not.');
    });
    await this.stage('Discussing');
  }

  async talk(): Promise<void> {
    await this.give('record-contact', () => this.hand.write(this.field('record-contact', 'summary'), 'Heard out by telephone.'));
    await this.give('record-hearing', () =>
      this.hand.write(this.field('record-hearing', 'desired_outcome'), 'A whole one, and a word why.'),
    );
    await this.give('confirm-identity', () => this.hand.press(this.choice('confirm-identity', 'method', 'recorded-call')));
    await this.give('propose-remedy', async () => {
      await this.hand.write(this.field('propose-remedy', 'description'), 'A faultless one, at an hour that suits you.');
      await this.hand.write(this.field('propose-remedy', 'what'), 'We bring a checked one and take the old one back.');
      await this.hand.press(this.form('propose-remedy').locator('[data-field="by"] .pick').nth(2));
    });
    await this.give('record-answer', () => this.hand.press(this.choice('record-answer', 'answer', 'accept')));
    await this.give('agree-schedule');
    await this.stage('Agreed');
  }

  async write(): Promise<void> {
    await this.give('add-preventive-action', () =>
      this.hand.write(this.field('add-preventive-action', 'what'), 'Every change after noon is called through.'),
    );
    await this.hand.press(this.step('draft-letter'));
    await this.hand.choose(this.field('draft-letter', 'kind'), 'final-response');
    await this.hand.write(this.field('draft-letter', 'discussion'), 'We talked by telephone, and you told us what it meant for you.');
    await this.done('draft-letter');
    await this.page.waitForURL(/letters\//);
    const foot = this.page.locator('.letter-foot');
    await foot.waitFor();
    await expectAccessible(this.page);
    for (const command of ['review-letter', 'approve-letter', 'send-letter'])
      await this.hand.press(foot.getByRole('button', { name: this.say(`command.${command}`), exact: true }));
    await expect(this.page.locator('.held')).toBeVisible();
    await expect(this.page.locator('.complaint-header .tag')).toContainText(this.say('letterState.Accepted'), { timeout: 30_000 });
    await this.hand.press(this.page.getByRole('link', { name: this.say('letter.back') }));
    await this.give('copy-letter');
    await this.stage('FollowingUp');
  }

  async followUp(): Promise<void> {
    await this.give('keep-promise', () => this.hand.write(this.field('keep-promise', 'evidence'), 'Signed for at the door.'));
    await this.give('record-follow-up', () => this.hand.press(this.choice('record-follow-up', 'satisfaction', 'put-right')));
    await this.give('close', async () => {
      await this.hand.press(this.choice('close', 'outcome', 'resolved'));
      await this.hand.write(this.field('close', 'lesson'), 'A list is right only when it is the newest.');
    });
    await this.stage('Closed');
  }

  async walk(): Promise<void> {
    await this.answer();
    await this.findOut();
    await this.talk();
    await this.write();
    await this.followUp();
  }
}
