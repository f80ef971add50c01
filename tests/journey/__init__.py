"""The whole path on the real stack: real engine, actions, web and sandbox, real HTTP, real kill -9."""
