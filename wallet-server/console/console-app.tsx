import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '#extension/ui/answer.ts';
import { Loading } from '#extension/ui/loading.tsx';
import { chooseLocale } from '#extension/ui/locale.ts';
import { Surround } from '#extension/ui/surroundings.tsx';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { Member } from '#shared/api/people.ts';
import type { ConsolePorts } from './console-ports.ts';
import { EnterScreen } from './enter-screen.tsx';
import { Shops } from './shops.tsx';

/** The seller's pages: in by passkey, then the shops. */
export function ConsoleApp({ ports }: { ports: ConsolePorts }) {
  const [entered, setEntered] = useState<Member | null>(null);
  const kept = useAnswer(() => readMember(ports), []);
  const [ended, setEnded] = useState(false);
  const { reload } = kept;
  useEffect(
    () =>
      ports.watchEnd(() => {
        setEnded(true);
        setEntered(null);
        ports.dropTokens().then(reload, reload);
      }),
    [ports, reload],
  );
  const enter = (member: Member) => {
    setEnded(false);
    setEntered(member);
  };
  const member = entered ?? kept.value?.member ?? null;
  const leave = async () => {
    await ports.call('signOut', {});
    await ports.dropTokens();
    setEnded(false);
    setEntered(null);
    reload();
  };
  return (
    <Surround locale={member?.locale ?? chooseLocale(ports.languages)} clock={ports.clock}>
      <Loading loaded={kept} lines={8}>
        {() =>
          member ? (
            <Shops key={member.personId} ports={ports} onLeave={leave} />
          ) : (
            <EnterScreen ports={ports} ended={ended} onEntered={enter} />
          )
        }
      </Loading>
    </Surround>
  );
}

/** Who is signed in here; a session that ended is nobody, and no refusal. */
async function readMember(ports: ConsolePorts): Promise<Answer<{ member: Member | null }>> {
  if (!(await ports.hasTokens())) return { ok: { member: null } };
  const answer = await ports.call('getMember', {});
  if ('ok' in answer) return { ok: { member: answer.ok } };
  if (answer.refused === 'server_unreachable' || answer.refused === 'not_ready') return answer;
  await ports.dropTokens();
  return { ok: { member: null } };
}
