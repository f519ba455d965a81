import type { ReadFrom } from '../checkout/read-from.ts';
import { useText } from '../ui/surroundings.tsx';

interface ReadHintProps {
  read: string | null | undefined;
  from: ReadFrom | null | undefined;
  entry: string;
}

/** Where on the page a value was read, or, once its owner changed it, what the page says instead. */
export function ReadHint({ read, from, entry }: ReadHintProps) {
  const { t } = useText();
  if (!read || !from) return null;
  return <>{entry.trim() === read ? t(`read_from.${from}`) : t('read_from.changed', { read })}</>;
}
