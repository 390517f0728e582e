-- SPDX-License-Identifier: LGPL-2.1-or-later
-- In which Appendices of CITES every taxon is on a day, as one would ask a database: the listings
-- that stand, then the nearest taxon upwards that has some. Tables: see law.py.
WITH RECURSIVE
  event AS (
    SELECT * FROM listing WHERE effective <= :day
  ),
  -- The last day on which a taxon's listing in I or II was stated whole.
  restated (taxon, day) AS (
    SELECT taxon, max(effective) FROM event
    WHERE change = 'addition' AND appendix IN ('I', 'II') AND areas IS NULL
    GROUP BY taxon
  ),
  standing AS (
    SELECT event.id, event.taxon, event.appendix FROM event
    LEFT JOIN restated ON restated.taxon = event.taxon
    WHERE event.change = 'addition'
      AND event.included_in IS NULL
      AND (restated.day IS NULL OR event.effective >= restated.day)
      AND NOT EXISTS (
        SELECT 1 FROM event AS deletion
        WHERE deletion.change = 'deletion' AND deletion.taxon = event.taxon AND deletion.appendix = event.appendix
          AND deletion.areas IS NULL AND deletion.effective > event.effective
          AND (deletion.party IS NULL OR event.party IS NULL OR deletion.party = event.party))
      AND NOT EXISTS (
        SELECT 1 FROM event AS later
        WHERE later.change = 'addition' AND later.appendix = 'III' AND event.appendix = 'III'
          AND later.taxon = event.taxon AND later.party = event.party AND later.effective > event.effective)
  ),
  up (taxon, at, level) AS (
    SELECT id, id, 0 FROM taxon
    UNION ALL
    SELECT up.taxon, taxon.parent, up.level + 1 FROM up JOIN taxon ON taxon.id = up.at
    WHERE taxon.parent IS NOT NULL
  ),
  reaching AS (
    SELECT up.taxon, up.level, standing.appendix FROM up
    JOIN standing ON standing.taxon = up.at
    WHERE NOT EXISTS (
      SELECT 1 FROM exception JOIN up AS below ON below.taxon = up.taxon AND below.at = exception.taxon
      WHERE exception.listing = standing.id)
    UNION ALL
    SELECT below.taxon, below.level, standing.appendix FROM also
    JOIN standing ON standing.id = also.listing
    JOIN up AS below ON below.at = also.taxon
  ),
  nearest (taxon, level) AS (
    SELECT taxon, min(level) FROM reaching WHERE appendix <> 'III' GROUP BY taxon
  )
SELECT reaching.taxon, group_concat(DISTINCT reaching.appendix) FROM reaching
LEFT JOIN nearest ON nearest.taxon = reaching.taxon
WHERE reaching.level = nearest.level AND reaching.appendix <> 'III' OR nearest.level IS NULL
GROUP BY reaching.taxon;
