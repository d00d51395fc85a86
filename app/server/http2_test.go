package server

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"testing"
	"testing/synctest"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

// client is the other end of a connection in HTTP/2, which does what it is told and checks nothing.
type client struct {
	t *testing.T
	*http2.Framer
}

// greet opens a connection and exchanges settings; it returns those of the server.
func greet(t *testing.T, p pipes, settings ...http2.Setting) (client, map[http2.SettingID]uint32) {
	conn := tls.Client(p.dial(), &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}})
	t.Cleanup(func() { conn.Close() })
	c := client{t, http2.NewFramer(conn, conn)}
	c.SetMaxReadFrameSize(1 << 24)
	io.WriteString(conn, http2.ClientPreface)
	c.must(c.WriteSettings(settings...))
	theirs := make(map[http2.SettingID]uint32)
	frame, err := c.ReadFrame()
	c.must(err)
	frame.(*http2.SettingsFrame).ForeachSetting(func(s http2.Setting) error {
		theirs[s.ID] = s.Val
		return nil
	})
	c.must(c.WriteSettingsAck())
	return c, theirs
}

func (c client) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// asks sends the header of a request: lines of names and values after the method and the path.
func (c client) asks(stream uint32, method, path string, whole bool, lines ...string) {
	c.t.Helper()
	var block bytes.Buffer
	encoder := hpack.NewEncoder(&block)
	lines = append([]string{":method", method, ":path", path, ":scheme", "https", ":authority", "localhost"}, lines...)
	for i := 0; i < len(lines); i += 2 {
		c.must(encoder.WriteField(hpack.HeaderField{Name: lines[i], Value: lines[i+1]}))
	}
	c.must(c.WriteHeaders(http2.HeadersFrameParam{
		StreamID: stream, BlockFragment: block.Bytes(), EndStream: whole, EndHeaders: true}))
}

// hears returns the next frame about a stream.
func (c client) hears(stream uint32) http2.Frame {
	c.t.Helper()
	for {
		frame, err := c.ReadFrame()
		c.must(err)
		if frame.Header().StreamID == stream {
			return frame
		}
	}
}

func TestAnswerWaitsForTheBodyToBeAsLongAsAnnounced(t *testing.T) {
	for _, method := range []string{"GET", "POST"} {
		for _, test := range []struct {
			name, announced string
			pieces          []string
			want            string
		}{
			{"too much", "1", []string{"test"}, "reset PROTOCOL_ERROR"},
			{"too much, in pieces", "5", []string{"test", "test"}, "reset PROTOCOL_ERROR"},
			{"too little", "9", []string{"test", "test"}, "answer 400"},
			{"as announced", "8", []string{"test", "test"}, map[string]string{"GET": "answer 200", "POST": "answer 405"}[method]},
		} {
			t.Run(method+" "+test.name, func(t *testing.T) {
				onFakeClock(t, maxConns, anyCertificate(), func(t *testing.T, p pipes, stop func()) {
					c, _ := greet(t, p)
					c.asks(1, method, "/", false, "content-length", test.announced)
					heard := make(chan string, 1)
					go func() {
						switch frame := c.hears(1).(type) {
						case *http2.RSTStreamFrame:
							heard <- fmt.Sprint("reset ", frame.ErrCode)
						case *http2.HeadersFrame:
							fields, err := hpack.NewDecoder(4096, nil).DecodeFull(frame.HeaderBlockFragment())
							c.must(err)
							heard <- "answer " + fields[0].Value
						}
					}()
					for i, piece := range test.pieces {
						synctest.Wait()
						if len(heard) > 0 {
							t.Errorf("heard %q before the body", <-heard)
						}
						c.must(c.WriteData(1, i == len(test.pieces)-1, []byte(piece)))
					}
					if got := <-heard; got != test.want {
						t.Errorf("heard %q, want %q", got, test.want)
					}
					go io.Copy(io.Discard, discard{c})
				})
			})
		}
	}
}

// discard reads on, so that the server can say goodbye.
type discard struct{ client }

func (d discard) Read([]byte) (int, error) {
	_, err := d.ReadFrame()
	return 0, err
}

func TestMemoryOfAConnectionIsBounded(t *testing.T) {
	onFakeClock(t, maxConns, anyCertificate(), func(t *testing.T, p pipes, stop func()) {
		c, settings := greet(t, p, http2.Setting{ID: http2.SettingMaxFrameSize, Val: 1<<24 - 1},
			http2.Setting{ID: http2.SettingInitialWindowSize, Val: 1<<31 - 1})
		for _, want := range []http2.Setting{
			{ID: http2.SettingMaxConcurrentStreams, Val: maxStreams},
			{ID: http2.SettingMaxFrameSize, Val: maxFrame},
			{ID: http2.SettingInitialWindowSize, Val: maxBody + 1},
		} {
			if got := settings[want.ID]; got != want.Val {
				t.Errorf("the server allows %v %d, want %d", want.ID, got, want.Val)
			}
		}
		c.must(c.WriteWindowUpdate(0, 1<<30))
		c.asks(1, "GET", "/big.txt", true)
		got := 0
		for ended := false; !ended; {
			if data, ok := c.hears(1).(*http2.DataFrame); ok {
				ended = data.StreamEnded()
				got += len(data.Data())
				if n := len(data.Data()); n > maxFrame {
					t.Fatalf("a frame of %d bytes, want at most %d", n, maxFrame)
				}
			}
		}
		if got != bigFile {
			t.Errorf("got %d bytes of %d", got, bigFile)
		}
		go io.Copy(io.Discard, discard{c})
	})
}
