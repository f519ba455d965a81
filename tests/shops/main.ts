import { startAcquirer } from '#tests/world/acquirer.ts';
import { agreeingIssuer } from '#tests/world/issuer-messages.ts';
import { startAtelierShop } from './atelier/shop.ts';
import { startBoardwalkShop } from './boardwalk/shop.ts';
import { startClassicShop } from './classic/shop.ts';
import { COMPLAINT_PAGES } from './complaints/pages.ts';
import { startComplaintSite } from './complaints/site.ts';
import { startHanokShop } from './hanok/shop.ts';

/** All four shops with an acquirer that agrees to everything, and the complaint pages, for a person to walk through. */
const acquirer = await startAcquirer({ issuer: agreeingIssuer });
const options = { acquirerOrigin: acquirer.origin };
const shops = await Promise.all([
  startClassicShop(options),
  startAtelierShop(options),
  startBoardwalkShop(options),
  startHanokShop(options),
]);
for (const shop of shops) console.log(`${shop.origin}  (orders: ${shop.origin}/admin)`);

const complaints = await startComplaintSite();
for (const page of Object.values(COMPLAINT_PAGES).flat())
  console.log(`${complaints.url(page)}  (${page.complaint})`);

process.once('SIGINT', async () => {
  await Promise.all([...shops, acquirer, complaints].map(part => part.close()));
});
