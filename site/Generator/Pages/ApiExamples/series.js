const root = '@root@';
const answer = await fetch(root + '@agency.json@');
const agency = await answer.json();
for (const cells of Object.values(agency.series))
  for (const { year, value, state } of cells['@cell@'] ?? [])
    console.log(year, value, state);
