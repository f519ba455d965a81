// Copies the orderer to the recipient, jumps between the parts of the card number, and opens the postcode list.
const form = document.querySelector('form.order');
const { elements } = form;

function copyOrderer() {
  if (!elements.same.checked) return;
  elements.rcv_name.value = elements.ord_name.value;
  for (const part of ['hp1', 'hp2', 'hp3']) elements[`rcv_${part}`].value = elements[`ord_${part}`].value;
}

function showMethod() {
  for (const table of form.querySelectorAll('[data-method]')) {
    table.hidden = table.dataset.method !== elements.method.value;
  }
}

const cardParts = [1, 2, 3, 4].map(part => elements[`card_no${part}`]);
for (const [index, part] of cardParts.entries()) {
  part.addEventListener('input', () => {
    part.value = part.value.replace(/\D/g, '');
    if (part.value.length === 4) cardParts[index + 1]?.focus();
  });
}

const dialog = document.getElementById('zip-dialog');
document.getElementById('find-zip').addEventListener('click', () => dialog.showModal());
dialog.addEventListener('click', event => {
  const { zip, road } = event.target.dataset;
  if (!zip) return;
  elements.rcv_zip.value = zip;
  elements.rcv_addr1.value = road;
  dialog.close();
  elements.rcv_addr2.focus();
});

elements.same.addEventListener('change', copyOrderer);
form.addEventListener('change', showMethod);
showMethod();
