import { toStanding } from '#extension/log/log-record.ts';
import { checkLog } from '#extension/log/log-watch.ts';
import { browser } from '#extension/messages/browser.ts';
import type { LogStanding } from '#extension/messages/log-standing.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import { fetchFromServer } from '#extension/wallet-client/fetch.ts';
import { removeDots } from './badge-dot.ts';
import type { Services } from './services.ts';
import type { SessionArea } from './session-area.ts';

/** Names the notification. */
export const LOG_ALARM = 'log-alarm';
export const ALARM_MARK = '!';

const EVERY_MS = 10 * 60_000;

/** How the log stood when it was last looked at. */
export async function readLogStanding({ database, serverOrigin }: Services): Promise<LogStanding> {
  const record = await database.get('log');
  return toStanding(record?.serverOrigin === serverOrigin ? record : null);
}

/** Looks at the log now; a new alarm is told at once. One look at a time, whoever asks for it. */
export async function checkLogNow(services: Services): Promise<LogStanding> {
  const { database, client, session, serverOrigin, witnesses, clock } = services;
  const before = await readLogStanding(services);
  const standing = await navigator.locks.request('wayveil-log', () =>
    checkLog({
      ...{ serverOrigin, witnesses, clock },
      ask: client.ask,
      isSignedIn: async () => (await session.state()) === 'live',
      read: path => readServed(serverOrigin + path),
      load: () => database.get('log'),
      save: record => database.put('log', record),
    }),
  );
  if (standing.alarm && before.alarm?.kind !== standing.alarm.kind) await tell();
  await showAlarm(services.area, standing);
  return standing;
}

async function readServed(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await fetchFromServer(url).catch(() => null);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** Looks at the log now and then, wherever there is a wallet. */
export async function watchLog(services: Services): Promise<void> {
  const [wallet, record] = await Promise.all([services.database.get('wallet'), services.database.get('log')]);
  const isDue = (record?.triedAtMs ?? 0) + EVERY_MS <= services.clock();
  if (wallet && isDue) await checkLogNow(services);
}

/** The owner has read the alarm: it stays, but no longer stands before everything else. */
export async function readAlarm(services: Services): Promise<Answer<LogStanding>> {
  const record = await services.database.get('log');
  if (record?.alarm)
    await services.database.put('log', { ...record, alarm: { ...record.alarm, read: true } });
  await browser.notifications.clear(LOG_ALARM);
  const standing = await readLogStanding(services);
  await showAlarm(services.area, standing);
  return { ok: standing };
}

async function tell(): Promise<void> {
  await browser.notifications.create(LOG_ALARM, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: browser.i18n.getMessage('log_alarm_title'),
    message: browser.i18n.getMessage('log_alarm_text'),
  });
}

/** The mark on the icon, which any waiting purchase gives way to; what was read leaves it. */
async function showAlarm(area: SessionArea, { alarm }: LogStanding): Promise<void> {
  if (alarm && !alarm.read) {
    await browser.action.setBadgeBackgroundColor({ color: '#b3261e' });
    await browser.action.setBadgeText({ text: ALARM_MARK });
    await removeDots(area);
  } else if ((await browser.action.getBadgeText({})) === ALARM_MARK) {
    await browser.action.setBadgeText({ text: '' });
  }
}

/** The popup, from a notification; as a tab where the browser does not open it by itself. */
export async function openPopupPage(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
}
