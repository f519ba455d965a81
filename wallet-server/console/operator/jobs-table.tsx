import { Empty } from '#extension/ui/empty.tsx';
import { RelativeTime } from '#extension/ui/relative-time.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import type { Condition } from '#shared/api/operators.ts';
import { ScrollingTable } from '../scrolling-table.tsx';

/** What waits, what was given up, and since when. */
export function JobsTable({ rows }: { rows: Condition['jobs'] }) {
  const { t, count } = useText();
  return (
    <section class="stack">
      <h2>{t('operator.jobs')}</h2>
      {rows.length === 0 ? (
        <Empty icon="check" title={t('operator.no_jobs')} />
      ) : (
        <ScrollingTable label={t('operator.jobs')}>
          <thead>
            <tr>
              <th scope="col">{t('operator.kind')}</th>
              <th scope="col" class="figure">
                {t('operator.waiting')}
              </th>
              <th scope="col" class="figure">
                {t('operator.dead')}
              </th>
              <th scope="col">{t('operator.oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ kind, waiting, dead, oldestDueAtMs }) => (
              <tr key={kind}>
                <td>
                  <code>{kind}</code>
                </td>
                <td class="figure">{count(waiting)}</td>
                <td class="figure">{count(dead)}</td>
                <td>{oldestDueAtMs === null ? null : <RelativeTime atMs={oldestDueAtMs} />}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </section>
  );
}
