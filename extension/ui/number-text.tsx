import { Fragment } from 'preact';
import { groupNumber } from './group-number.ts';

/** A number set in groups, each whole on its line; copying gives it whole, a screen reader spells it. */
export function NumberText({ number }: { number: string }) {
  return (
    <span class="number">
      {groupNumber(number).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one number never change places
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          <span>{group}</span>
        </Fragment>
      ))}
    </span>
  );
}
