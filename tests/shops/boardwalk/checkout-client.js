// Mounts the provider's fields and sends the form only with a token.
const form = document.getElementById('checkout');
const places = {
  name: '#card-name',
  number: '#card-number',
  expiry: '#card-expiry',
  csc: '#card-csc',
};

const fields = PayFrames.mount(places, ({ kind, focused, invalid }) => {
  const box = document.querySelector(places[kind]);
  if (focused !== undefined) box.classList.toggle('focused', focused);
  if (invalid !== undefined) box.classList.toggle('invalid', invalid);
});

form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button[type="submit"]');
  button.disabled = true;
  const { token, invalid } = await fields.tokenise();
  button.disabled = false;
  document.getElementById('card-error').textContent = invalid ? 'Please check your card details.' : '';
  if (!token) return;
  form.elements.payment_token.value = token;
  form.submit();
});
