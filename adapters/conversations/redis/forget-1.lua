--[[
  Removes a hint unless it was noted again since its score was read.

  KEYS[1] pending  sorted set of conversations
  ARGV[1] conversation
  ARGV[2] score as it was read before the conversation was found settled

  Result 1 when removed, else 0
]]
local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not score or tonumber(score) ~= tonumber(ARGV[2]) then return 0 end
return redis.call('ZREM', KEYS[1], ARGV[1])
