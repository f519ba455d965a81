import { startAcquirer } from '#tests/world/acquirer.ts';
import { agreeingIssuer } from '#tests/world/issuer-messages.ts';
import { startAtelierShop } from './atelier/shop.ts';
import { startBoardwalkShop } from './boardwalk/shop.ts';
import { startClassicShop } from './classic/shop.ts';
import { startHanokShop } from './hanok/shop.ts';

/** All four shops with an acquirer that agrees to everything, for a person to walk through. Ctrl-C ends it. */
const acquirer = await startAcquirer({ issuer: agreeingIssuer });
const options = { acquirerOrigin: acquirer.origin };
const shops = await Promise.all([
  startClassicShop(options),
  startAtelierShop(options),
  startBoardwalkShop(options),
  startHanokShop(options),
]);
for (const shop of shops) console.log(`${shop.origin}  (orders: ${shop.origin}/admin)`);

process.once('SIGINT', async () => {
  await Promise.all([...shops, acquirer].map(part => part.close()));
});
