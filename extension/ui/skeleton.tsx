import { useText } from './surroundings.tsx';

/** Keeps the place of what is being fetched: `lines` about as many as will come. */
export function Skeleton({ lines }: { lines: number }) {
  const { t } = useText();
  return (
    <div class="skeleton" aria-busy="true">
      <p class="visually-hidden" role="status">
        {t('ui.loading')}
      </p>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
