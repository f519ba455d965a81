// Runs in each frame: formats what is typed; the number's frame gathers its siblings' values and asks for the token.
const query = new URLSearchParams(location.search);
const session = query.get('session');
const parentOrigin = query.get('parent');
const input = document.querySelector('input');
const { kind } = input.dataset;
const siblings = new BroadcastChannel(`pay-frames-${session}`);

const formats = {
  number: text =>
    text
      .replace(/\D/g, '')
      .slice(0, 19)
      .replace(/(.{4})(?=.)/g, '$1 '),
  expiry: text => {
    const digits = text.replace(/\D/g, '').slice(0, 4);
    return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
  },
  csc: text => text.replace(/\D/g, '').slice(0, 4),
  name: text => text,
};

function tell(message) {
  parent.postMessage({ session, kind, ...message }, parentOrigin);
}

input.addEventListener('input', () => {
  const formatted = formats[kind](input.value);
  if (formatted !== input.value) input.value = formatted;
  input.classList.remove('invalid');
  tell({ type: 'state', empty: input.value === '', invalid: false });
});
input.addEventListener('focus', () => tell({ type: 'state', focused: true }));
input.addEventListener('blur', () => tell({ type: 'state', focused: false }));

function gather() {
  return new Promise(resolve => {
    const values = { [kind]: input.value };
    const receive = ({ data }) => {
      if (data.type !== 'value') return;
      values[data.kind] = data.value;
      if (Object.keys(values).length < 4) return;
      siblings.removeEventListener('message', receive);
      resolve(values);
    };
    siblings.addEventListener('message', receive);
    siblings.postMessage({ type: 'ask' });
  });
}

siblings.addEventListener('message', ({ data }) => {
  if (data.type === 'ask') siblings.postMessage({ type: 'value', kind, value: input.value });
  if (data.type === 'invalid') showInvalid(data.kinds);
});

function showInvalid(kinds) {
  const invalid = kinds.includes(kind);
  input.classList.toggle('invalid', invalid);
  tell({ type: 'state', empty: input.value === '', invalid });
}

addEventListener('message', async event => {
  if (event.origin !== parentOrigin || event.data?.type !== 'tokenise' || event.data.session !== session)
    return;
  const response = await fetch('/v1/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await gather()),
  });
  const answer = await response.json();
  siblings.postMessage({ type: 'invalid', kinds: answer.invalid ?? [] });
  showInvalid(answer.invalid ?? []);
  tell({ type: 'answer', request: event.data.request, answer });
});
