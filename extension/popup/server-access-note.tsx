import { useEffect, useState } from 'preact/hooks';
import type { ServerAccess } from '../passkey/server-access.ts';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/surroundings.tsx';

/** Tells beforehand that the browser is going to ask for the wallet server's host, and that only this host is meant. */
export function ServerAccessNote({ access }: { access: ServerAccess }) {
  const { t } = useText();
  const [withheld, setWithheld] = useState(false);
  useEffect(() => {
    access.isHeld().then(
      held => setWithheld(!held),
      () => setWithheld(false),
    );
  }, [access]);
  if (!withheld) return null;
  return (
    <Notice title={t('server_access.title')}>
      <p>{t('server_access.why', { host: access.host })}</p>
    </Notice>
  );
}
