package systems

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"icsexplorer/app/page"
)

// Size of a picture in pixels: what previews of links show whole.
const width, height = 1200, 630

// Measures of the map in it, in pixels.
const (
	side   = 52 // of a tile
	pitch  = 58 // from one tile to the next
	radius = 9  // of a tile's corners
	frame  = 2  // of a tile that is hollow
)

// Colours of the map, those of the page in its light scheme: web/explorer.css.
var (
	paper  = color.RGBA{0xfb, 0xfa, 0xf7, 0xff}
	edge   = color.RGBA{0x76, 0x81, 0x8b, 0xff}
	accent = color.RGBA{0x0b, 0x5a, 0x6e, 0xff}
	shades = [...]color.RGBA{
		{0xe9, 0xe6, 0xde, 0xff}, {0xcf, 0xe5, 0xe9, 0xff}, {0xb1, 0xd6, 0xdd, 0xff}, {0x8f, 0xc3, 0xcd, 0xff}, {0x69, 0xad, 0xba, 0xff},
	}
)

// palette has the colours, and each halfway to paper for what is round. So few take half a byte each, of
// 40 pictures at every build.
var palette = func() color.Palette {
	p := color.Palette{paper}
	for _, c := range append([]color.RGBA{edge, accent}, shades[:]...) {
		between := func(a, b uint8) uint8 { return uint8((int(a) + int(b)) / 2) }
		p = append(p, c, color.RGBA{between(c.R, paper.R), between(c.G, paper.G), between(c.B, paper.B), 0xff})
	}
	return p
}()

// An atlas is the map as the page has it, with no system lit.
type atlas struct {
	canvas *image.Paletted
	corner image.Point // of the tile in the first column and row
}

func newAtlas(tiles []page.Tile) atlas {
	columns, rows := 0, 0
	for _, t := range tiles {
		columns, rows = max(columns, t.System.Col+1), max(rows, t.System.Row+1)
	}
	a := atlas{
		image.NewPaletted(image.Rect(0, 0, width, height), palette), // paper all over
		image.Pt((width-columns*pitch+pitch-side)/2, (height-rows*pitch+pitch-side)/2),
	}
	for _, t := range tiles {
		if t.Listed {
			a.fill(t, 0, shades[t.Shade])
		} else {
			a.fill(t, 0, edge)
			a.fill(t, frame, paper)
		}
	}
	return a
}

// picture is the map as a PNG, with the tiles lit.
func (a atlas) picture(lit ...page.Tile) ([]byte, error) {
	plain := a.canvas
	a.canvas = image.NewPaletted(plain.Rect, palette)
	copy(a.canvas.Pix, plain.Pix)
	for _, t := range lit {
		a.fill(t, 0, accent)
	}
	var b bytes.Buffer
	err := png.Encode(&b, a.canvas)
	return b.Bytes(), err
}

// fill paints what is at least so far inside of a tile.
func (a atlas) fill(t page.Tile, inside int, c color.Color) {
	at := a.corner.Add(image.Pt(t.System.Col, t.System.Row).Mul(pitch))
	square := image.Rectangle{at, at.Add(image.Pt(side, side))}.Inset(inside)
	draw.DrawMask(a.canvas, square, image.NewUniform(c), image.Point{}, rounded{side - 2*inside, radius - inside}, image.Point{}, draw.Over)
}

// rounded is a square with round corners as a mask.
type rounded struct{ side, radius int }

func (r rounded) ColorModel() color.Model { return color.AlphaModel }

func (r rounded) Bounds() image.Rectangle { return image.Rect(0, 0, r.side, r.side) }

// At is how much of a pixel is inside, by the points of a grid in it.
func (r rounded) At(x, y int) color.Color {
	const grid = 4
	inside := 0
	for i := range grid * grid {
		px, py := beyond(grid*x+i%grid, grid*r.radius, grid*r.side), beyond(grid*y+i/grid, grid*r.radius, grid*r.side)
		if px*px+py*py <= grid*r.radius*grid*r.radius {
			inside++
		}
	}
	return color.Alpha{uint8(inside * 0xff / (grid * grid))}
}

// beyond is how far x lies in the rounded part of a side, 0 in its middle.
func beyond(x, radius, side int) int { return max(radius-x, x-(side-1-radius), 0) }
