// Keeps the state list, the billing half, the payment half and the total in step with what was chosen.
const form = document.querySelector('form.checkout');
const states = fetch('/states').then(response => response.json());

async function showStates(country) {
  const target = document.getElementById(country.dataset.states);
  const list = (await states)[country.value] ?? [];
  const keep = target.value;
  target.replaceChildren(new Option('Select…', ''), ...list.map(([code, name]) => new Option(name, code)));
  target.value = list.some(([code]) => code === keep) ? keep : '';
  target.disabled = list.length === 0;
}

function showHalves() {
  form.querySelector('.billing-fields').hidden = form.elements.billing_same.checked;
  for (const method of form.querySelectorAll('.method')) {
    method.hidden = method.dataset.method !== form.elements.payment_method.value;
  }
  const shipping = form.elements.shipping_method.value === 'express' ? 2400 : 800;
  const total = document.getElementById('order-total');
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
  document.getElementById('shipping-cost').textContent = money.format(shipping / 100);
  total.textContent = money.format((Number(total.dataset.minor) + shipping) / 100);
}

for (const country of form.querySelectorAll('select[data-states]')) {
  country.addEventListener('change', () => showStates(country));
}
form.addEventListener('change', showHalves);
showHalves();
