import { judgeHost } from './judge-host.ts';
import { Notice } from './notice.tsx';
import { useText } from './surroundings.tsx';

/** Says what a host is not, where a glance could take it for another. Nothing where there is nothing to say. */
export function HostWarning({ host, known }: { host: string; known: readonly string[] }) {
  const { t } = useText();
  const { reads, poses, alike } = judgeHost(host, known);
  if (alike !== null) {
    return (
      <Notice kind="refused" title={t('host.alike', { host: alike })}>
        <p>{t('host.alike_why', { host: alike })}</p>
        {reads === null ? null : <p>{t('host.reads', { reads })}</p>}
      </Notice>
    );
  }
  if (reads === null) return null;
  return (
    <Notice kind={poses ? 'refused' : 'plain'} title={t('host.other_letters')}>
      <p>{t(poses ? 'host.poses' : 'host.reads', { reads })}</p>
    </Notice>
  );
}
