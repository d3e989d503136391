--[[
  Does the conversation need nobody any more?

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] inbox  list

  Result 1 when the inbox is empty and nothing waits for delivery, or the conversation is gone; else 0
]]
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local meta = redis.call('HMGET', KEYS[1], 'end', 'delivered')
if meta[2] and tonumber(meta[2]) < tonumber(meta[1] or 0) then return 0 end
return 1
