--[[
  Notes that a conversation may have unworked messages, or notes it again.

  KEYS[1] pending  sorted set of conversations
  KEYS[2] last     the newest tick given out
  ARGV[1] conversation

  A score is tick * 1024 + times noted again; ticks are milliseconds, pushed on so that none is given out twice. So
  the oldest hint stays first however often it is noted, every call changes the score, and no score ever comes back.
  Result 1
]]
local score = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or 1023)
if score % 1024 < 1023 then
  redis.call('ZINCRBY', KEYS[1], 1, ARGV[1])
else
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  local tick = math.max(tonumber(redis.call('GET', KEYS[2]) or 0) + 1, now)
  redis.call('SET', KEYS[2], string.format('%.0f', tick))
  redis.call('ZADD', KEYS[1], string.format('%.0f', tick * 1024), ARGV[1])
end
return 1
